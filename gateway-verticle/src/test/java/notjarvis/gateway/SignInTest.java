package notjarvis.gateway;

import static notjarvis.gateway.FakePlanner.finished;
import static notjarvis.gateway.FakePlanner.planned;
import static notjarvis.gateway.Problems.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import notjarvis.config.Secret;
import notjarvis.gateway.auth.Forger;
import notjarvis.thread.ThreadKey;
import notjarvis.token.TokenMaker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server at which owners sign in. */
@Timeout(30)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SignInTest {
  private static final int CLOCKS_APART = 30;
  private static final Secret SECRET = new Secret(Forger.SECRET);

  private final RunningGateway gateway = RunningGateway.startWith(SECRET);
  private final String ann =
      TokenMaker.with(SECRET).make("ann", Duration.ofMinutes(1), Instant.now());

  @AfterAll
  void close() {
    gateway.close();
  }

  private HttpRequest.Builder goal() {
    return gateway
        .request("/not-jarvis/stream")
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString("{\"user_goal\":\"go\",\"thread_id\":\"trip\"}"));
  }

  @Test
  void aGoalBelongsToWhoeverTheTokenNames() throws Exception {
    HttpResponse<?> response =
        gateway.open(goal().header("Authorization", "Bearer " + ann).build());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(gateway.planner.nextGoal().thread()).isEqualTo(new ThreadKey("ann", "trip"));
  }

  private String expiring(long secondsFromNow) {
    long end = Instant.now().getEpochSecond() + secondsFromNow;
    return Forger.signed(Forger.HEAD, Forger.claims("\"ann\"", end, "not-jarvis"));
  }

  @Test
  void aStreamEndsWithItsTokenAndGoesOnWithANewOne() throws Exception {
    HttpResponse<InputStream> first =
        gateway.open(
            goal().header("Authorization", "Bearer " + expiring(4 - CLOCKS_APART)).build());
    UUID run = gateway.planner.nextGoal().runId();
    gateway.planner.tell(planned(run, 2, 1, "I search."));

    String told = new StreamClient(first).raw();

    assertThat(told).contains("-2.0\nevent: step\ndata: I search.\n").doesNotContain("[DONE]");
    assertThat(told).endsWith("what is being done goes on.\n\n");
    HttpResponse<InputStream> second =
        gateway.open(
            gateway
                .request("/v1/runs/" + run + "/events")
                .header("Authorization", "Bearer " + ann)
                .build());
    gateway.planner.tell(finished(run, 3, "Found."));
    assertThat(new StreamClient(second).rest()).last().asString().contains("RUN_FINISHED");
  }

  @Test
  void theSchemeMayBeWrittenInAnyCase() throws Exception {
    gateway.open(goal().header("Authorization", "bearer " + ann).build());

    assertThat(gateway.planner.nextGoal().thread().ownerId()).isEqualTo("ann");
  }

  @Test
  void withoutATokenWhatIsWantedIsSaid() throws Exception {
    HttpResponse<String> response = gateway.send(goal().build());

    assertThat(refused(401, response).path("detail").asText()).contains("Authorization: Bearer");
    assertThat(response.headers().firstValue("WWW-Authenticate"))
        .hasValue("Bearer realm=\"not-jarvis\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic YW5uOmFubg==", "Bearer", "Bearer ", "Bearer a b", "Bearer \u00e4"})
  void whatIsNoBearerTokenIsNone(String authorization) throws Exception {
    try (RawClient client = new RawClient(gateway.port)) {
      client.send(
          RawClient.goal("go").replace("Host:", "Authorization: " + authorization + "\r\nHost:"));

      assertThat(client.readUntil("}")).startsWith("HTTP/1.1 401 ");
    }
  }

  @Test
  void twoTokensAreNone() throws Exception {
    refused(
        401,
        gateway.send(
            goal()
                .header("Authorization", "Bearer " + ann)
                .header("Authorization", "Bearer " + ann)
                .build()));
  }

  @Test
  void aBadTokenIsRefusedWithoutSayingWhy() throws Exception {
    String forged = Forger.signed("{\"alg\":\"none\"}", Forger.claims("ann"));

    HttpResponse<String> response =
        gateway.send(goal().header("Authorization", "Bearer " + forged).build());

    assertThat(refused(401, response).path("detail").asText())
        .isEqualTo("The token is not valid, or not any more: sign in again.");
    assertThat(response.headers().firstValue("WWW-Authenticate"))
        .hasValue("Bearer realm=\"not-jarvis\", error=\"invalid_token\"");
  }

  @Test
  void whoeverOperatesTheServerNeedsNoToken() throws Exception {
    assertThat(gateway.get("/health/live").statusCode()).isEqualTo(200);
    assertThat(gateway.get("/metrics").statusCode()).isEqualTo(200);
    refused(401, gateway.get("/v1/threads"));
    refused(404, gateway.get("/elsewhere"));
  }

  @Test
  void anotherHostMayBeNamedWhereOwnersSignIn() throws Exception {
    gateway.planner.answers(question -> Future.failedFuture("not now"));
    try (RawClient client = new RawClient(gateway.port)) {
      client.send(
          RawClient.goal("go")
              .replace("Host: localhost", "Host: example.org\r\nAuthorization: Bearer " + ann));

      assertThat(client.readUntil("}")).startsWith("HTTP/1.1 500 ");
    }
  }
}
