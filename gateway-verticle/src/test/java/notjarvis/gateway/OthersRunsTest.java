package notjarvis.gateway;

import static notjarvis.gateway.FakePlanner.finished;
import static notjarvis.gateway.FakePlanner.planned;
import static notjarvis.gateway.Problems.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import notjarvis.config.Secret;
import notjarvis.gateway.auth.Forger;
import notjarvis.thread.ThreadKey;
import notjarvis.token.TokenMaker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs of others: they do not exist, and are not disturbed by being asked for. */
@Timeout(30)
final class OthersRunsTest {
  private static final Secret SECRET = new Secret(Forger.SECRET);

  private final RunningGateway gateway = RunningGateway.startWith(SECRET);
  private final UUID run = UUID.randomUUID();

  @AfterEach
  void close() {
    gateway.close();
  }

  private HttpRequest events(String owner, UUID asked) {
    String token = TokenMaker.with(SECRET).make(owner, Duration.ofMinutes(1), Instant.now());
    return gateway
        .request("/v1/runs/" + asked + "/events")
        .header("Authorization", "Bearer " + token)
        .build();
  }

  @Test
  void anotherOwnersRunIsNoRunAtAll() throws Exception {
    gateway.journal.begin(run, new ThreadKey("ann", "t"), "secret");
    gateway.journal.commit(finished(run, 2, "A secret."));

    HttpResponse<String> unknown = gateway.send(events("eve", UUID.randomUUID()));
    HttpResponse<String> response = gateway.send(events("eve", run));

    assertThat(refused(404, response).path("detail").asText())
        .isEqualTo(refused(404, unknown).path("detail").asText());
    await().until(() -> gateway.metric("notjarvis_streams_open") == 0);
  }

  @Test
  void whoeverMayNotFollowARunDoesNotDisturbThoseWhoMay() throws Exception {
    gateway.journal.begin(run, new ThreadKey("ann", "t"), "secret");
    refused(404, gateway.send(events("eve", run)));
    StreamClient ann = new StreamClient(gateway.open(events("ann", run)));
    refused(404, gateway.send(events("eve", run)));

    // ann's stream has to read the journal, as ann
    gateway.journal.write(planned(run, 2, 1, ""));
    gateway.journal.commit(finished(run, 3, "A secret."));

    assertThat(ann.rest()).hasSize(10).last().asString().contains("RUN_FINISHED");
  }
}
