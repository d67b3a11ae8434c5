package notjarvis.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import notjarvis.config.Secret;
import notjarvis.gateway.auth.Forger;
import notjarvis.history.Histories;
import notjarvis.history.Prune;
import notjarvis.history.Pruned;
import notjarvis.token.TokenMaker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is old is deleted for whoever operates the server, and for nobody else. */
@Timeout(30)
final class PruneApiTest {
  private static final Secret SECRET = new Secret(Forger.SECRET);

  private final RunningGateway gateway = RunningGateway.startWith(SECRET);
  private final List<Prune> asked = gateway.answers(Histories.PRUNE, new Pruned(3, 2));

  @AfterEach
  void close() {
    gateway.close();
  }

  private HttpResponse<String> prune(String user, String body) throws Exception {
    String token = TokenMaker.with(SECRET).make(user, Duration.ofMinutes(1), Instant.now());
    return gateway.send(
        gateway
            .request("/v1/prune")
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + token)
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  @Test
  void whoOperatesTheServerIsToldHowMuchWasDeleted() throws Exception {
    HttpResponse<String> response = prune("local", "{\"days\":30}");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("{\"threads\":3,\"blobs\":2}");
    assertThat(asked).containsExactly(new Prune(30));
  }

  @Test
  void nobodyElseHasAnythingDeleted() throws Exception {
    HttpResponse<String> response = prune("ann", "{\"days\":30}");

    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.body()).contains("only the user");
    assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"days\":0}", "{\"days\":1.5}", "{\"days\":\"9\"}"})
  void daysThatAreNoneAreRefused(String body) throws Exception {
    HttpResponse<String> response = prune("local", body);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("\"field\":\"days\"");
    assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"36500,200", "36501,400", "99999999999,400"})
  void aHundredYearsAreTheMost(String days, int status) throws Exception {
    assertThat(prune("local", "{\"days\":" + days + "}").statusCode()).isEqualTo(status);
  }
}
