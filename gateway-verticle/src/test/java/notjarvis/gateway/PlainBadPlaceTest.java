package notjarvis.gateway;

import static notjarvis.gateway.FakePlanner.finished;
import static notjarvis.gateway.FakePlanner.planned;
import static notjarvis.gateway.Problems.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import notjarvis.run.Cursor;
import notjarvis.run.RunAccepted;
import notjarvis.run.RunAccepted.Reception;
import notjarvis.thread.ThreadKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be gone on with, and is refused. */
@Timeout(30)
final class PlainBadPlaceTest {
  private static final String STREAM = "/not-jarvis/stream";
  private static final String GOAL = "{\"user_goal\":\"find MIT\",\"thread_id\":\"t\"}";
  private static final String KEY = "Idempotency-Key";

  private final RunningGateway gateway = RunningGateway.start();
  private final UUID run = UUID.randomUUID();

  @AfterEach
  void close() {
    gateway.close();
  }

  private void isKnown() {
    gateway.journal.begin(run, ThreadKey.local("t"), "find MIT");
    answers(Reception.KNOWN, 1);
  }

  private void answers(Reception reception, long checkpoint) {
    RunAccepted accepted = new RunAccepted(run, Cursor.of(checkpoint), reception);
    gateway.planner.answers(question -> Future.succeededFuture(accepted));
  }

  private HttpRequest.Builder again(String path) {
    return gateway
        .request(path)
        .header("Content-Type", "application/json")
        .header(KEY, "k-1")
        .POST(HttpRequest.BodyPublishers.ofString(GOAL));
  }

  private static String at(UUID run, String place) {
    return run.toString().substring(0, 8) + "-" + place;
  }

  private HttpResponse<String> after(String id) throws Exception {
    return gateway.send(again(STREAM).header("Last-Event-ID", id).build());
  }

  @ParameterizedTest
  @ValueSource(strings = {"9.0", "2.1", "2.0.5-abc", "999999999999999999.0"})
  void aPlaceThatTheRunDoesNotHaveIsRefused(String place) throws Exception {
    isKnown();
    gateway.journal.commit(planned(run, 2, 1, "I search."), finished(run, 3, "Found."));

    HttpResponse<String> response = after(at(run, place));

    JsonNode problem = refused(400, response);
    assertThat(problem.path("detail").asText()).contains("no event");
    assertThat(problem.path("field").asText()).isEqualTo("after");
    assertThat(response.headers().firstValue("X-Run-Id")).hasValue(run.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.0", "2.0", "3.0"})
  void aPlaceInAnotherRunIsRefusedAndNamesTheField(String place) throws Exception {
    isKnown();
    gateway.journal.commit(planned(run, 2, 1, "I search."), finished(run, 3, "Found."));

    HttpResponse<String> response = after(at(UUID.randomUUID(), place));

    assertThat(refused(400, response).path("field").asText()).isEqualTo("after");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1", "a", "-1.0", "1.0.", "1. 0", "0.0", "9999999999999999999.0", "1.0.1-zz"})
  void whatIsNoPlaceAtAllIsRefusedBeforeTheGoalIsPassedOn(String place) throws Exception {
    gateway.planner.answers(question -> Future.failedFuture("a bad request was passed on"));

    assertThat(refused(400, after(at(run, place))).path("field").asText()).isEqualTo("after");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.0", "-1.0", "1234567-1.0", "ABCDEF12-1.0", "123456789-1.0", "?"})
  void aPlaceInNoRunIsRefusedBeforeTheGoalIsPassedOn(String id) throws Exception {
    gateway.planner.answers(question -> Future.failedFuture("a bad request was passed on"));

    assertThat(refused(400, after(id)).path("field").asText()).isEqualTo("after");
  }

  @Test
  void anAddressThatCannotBeReadIsRefused() throws Exception {
    try (RawClient client = new RawClient(gateway.port)) {
      client.send(RawClient.goal("go").replace("stream HTTP", "stream?after=%zz HTTP"));

      assertThat(client.readUntil("}")).startsWith("HTTP/1.1 400 ").contains("\"field\":\"after\"");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "\u00fc"})
  void aKeyThatIsNoneIsRefused(String key) throws Exception {
    try (RawClient client = new RawClient(gateway.port)) {
      client.send(RawClient.goal("go").replace("Host:", KEY + ": " + key + "\r\nHost:"));

      assertThat(client.readUntil("}")).startsWith("HTTP/1.1 400 ").contains("Idempotency-Key");
    }
  }

  @Test
  void aKeyThatIsTooLongOrSentTwiceIsRefused() throws Exception {
    refused(400, gateway.send(again(STREAM).setHeader(KEY, "x".repeat(129)).build()));
    refused(400, gateway.send(again(STREAM).header(KEY, "k-2").build()));
  }

  @Test
  void aPlaceWithoutAKeyIsRefused() throws Exception {
    HttpRequest request =
        gateway
            .request(STREAM + "?after=" + at(run, "1.0"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(GOAL))
            .build();

    JsonNode problem = refused(400, gateway.send(request));
    assertThat(problem.path("detail").asText()).contains(KEY);
    assertThat(problem.path("field").asText()).isEqualTo(KEY);
  }

  @Test
  void twoPlacesAreRefused() throws Exception {
    String one = STREAM + "?after=" + at(run, "1.0");
    String other = at(run, "2.0");

    refused(400, gateway.send(again(one).header("Last-Event-ID", other).build()));
    refused(400, gateway.send(again(one + "&after=" + other).build()));
  }

  @Test
  void aBusyThreadIsDealtWithAsAskedOrNotAtAll() throws Exception {
    String body = GOAL.replace("}", ",\"on_busy\":\"queue\"}");

    assertThat(refused(400, gateway.post(body)).path("field").asText()).isEqualTo("on_busy");
    assertThat(
            refused(400, gateway.post(GOAL.replace("}", ",\"on_busy\":1}"))).path("field").asText())
        .isEqualTo("on_busy");
  }
}
