package notjarvis.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import notjarvis.failure.Failure;
import notjarvis.failure.FailureCode;
import notjarvis.gateway.sse.StreamLimits;
import notjarvis.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a request is told in one shape, and nothing is started. */
@Timeout(30)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BadRequestTest {
  private RunningGateway gateway = RunningGateway.start();

  @BeforeAll
  void nothingIsEverStarted() {
    gateway.planner.answers(question -> Future.failedFuture("a bad request was passed on"));
  }

  @AfterAll
  void close() {
    gateway.close();
  }

  @Test
  void aGoalOfTooManyCharactersIsRefusedAndNamesTheField() throws Exception {
    JsonNode problem = refused(400, gateway.post(body("\"" + "x".repeat(1_001) + "\"", "\"t\"")));

    assertThat(problem.path("field").asText()).isEqualTo("user_goal");
    assertThat(problem.path("detail").asText())
        .isEqualTo("\"user_goal\" has 1,001 characters; up to 1,000 are taken.");
    assertThat(problem.path("title").asText()).isEqualTo("Bad Request");
    assertThat(problem.path("type").asText()).isEqualTo("about:blank");
  }

  static Stream<Arguments> badFields() {
    return Stream.of(
        Arguments.of("user_goal", "{\"thread_id\":\"t\"}", "missing"),
        Arguments.of("user_goal", body("null", "\"t\""), "missing"),
        Arguments.of("user_goal", body("7", "\"t\""), "has to be a text"),
        Arguments.of("user_goal", body("[\"go\"]", "\"t\""), "has to be a text"),
        Arguments.of("user_goal", body("\"\"", "\"t\""), "is empty"),
        Arguments.of("user_goal", body("\" \\n\\t\"", "\"t\""), "is empty"),
        Arguments.of("user_goal", body("\"a\\u0000b\"", "\"t\""), "not text"),
        Arguments.of("user_goal", body("\"a\\ud800b\"", "\"t\""), "not text"),
        Arguments.of("user_goal", body("\"a\\udc00\"", "\"t\""), "not text"),
        Arguments.of(
            "user_goal", body("\"" + "\uD83D\uDE80".repeat(1_001) + "\"", "\"t\""), "1,001"),
        Arguments.of("thread_id", "{\"user_goal\":\"go\"}", "missing"),
        Arguments.of("thread_id", body("\"go\"", "true"), "has to be a text"),
        Arguments.of("thread_id", body("\"go\"", "\"\""), "1 to 128"),
        Arguments.of("thread_id", body("\"go\"", "\"a b\""), "1 to 128"),
        Arguments.of("thread_id", body("\"go\"", "\"a\\n\""), "1 to 128"),
        Arguments.of("thread_id", body("\"go\"", "\"../etc\""), "1 to 128"),
        Arguments.of("thread_id", body("\"go\"", "\"ünïcode\""), "1 to 128"),
        Arguments.of("thread_id", body("\"go\"", "\"" + "t".repeat(129) + "\""), "1 to 128"));
  }

  @ParameterizedTest
  @MethodSource("badFields")
  void aFieldThatIsAtFaultIsNamed(String field, String body, String detail) throws Exception {
    JsonNode problem = refused(400, gateway.post(body));

    assertThat(problem.path("field").asText()).isEqualTo(field);
    assertThat(problem.path("detail").asText()).contains(detail);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "null",
        "42",
        "\"go\"",
        "[{\"user_goal\":\"go\"}]",
        "{\"user_goal\":\"go\",\"thread_id\":\"t\"} trailing",
        "{'user_goal':'go','thread_id':'t'}",
        "{\"user_goal\":\"a\nb\",\"thread_id\":\"t\"}",
      })
  void aBodyThatIsNoJsonObjectIsRefused(String body) throws Exception {
    JsonNode problem = refused(400, gateway.post(body));

    assertThat(problem.has("field")).isFalse();
    assertThat(problem.path("detail").asText())
        .isEqualTo("The body has to be a JSON object with \"user_goal\" and \"thread_id\".");
  }

  @Test
  void deeplyNestedJsonIsRefused() throws Exception {
    String deep = "[".repeat(3_000) + "]".repeat(3_000);

    refused(400, gateway.post("{\"x\":" + deep + ",\"user_goal\":\"go\",\"thread_id\":\"t\"}"));
  }

  @Test
  void aBodyThatIsNotUtf8IsRefused() throws Exception {
    HttpRequest request =
        gateway
            .request("/not-jarvis/stream")
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofByteArray(
                    new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'}))
            .build();

    refused(400, gateway.send(request));
  }

  @Test
  void aBodyOverTheLimitIsRefused() throws Exception {
    refused(413, gateway.post(body("\"go\"", "\"t\"") + " ".repeat(RunningGateway.BODY_LIMIT)));
  }

  @Test
  void aChunkedBodyOverTheLimitIsRefusedAndTheConnectionClosed() throws Exception {
    try (RawClient client = new RawClient(gateway.port)) {
      client.send(
          RawClient.head(
              "POST /not-jarvis/stream HTTP/1.1",
              "Host: localhost",
              "Content-Type: application/json",
              "Transfer-Encoding: chunked"));
      for (int sent = 0; sent <= RunningGateway.BODY_LIMIT; sent += 0x400) {
        client.send("400\r\n" + " ".repeat(0x400) + "\r\n");
      }

      assertThat(client.readAll()).startsWith("HTTP/1.1 413 ").contains("\"status\":413");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
  void aBodyThatDoesNotSayItIsJsonIsRefused(String type) throws Exception {
    HttpRequest request =
        gateway
            .request("/not-jarvis/stream")
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body("\"go\"", "\"t\"")))
            .build();

    refused(415, gateway.send(request));
  }

  @Test
  void aBodyOfNoTypeIsRefused() throws Exception {
    refused(
        415,
        gateway.send(
            gateway
                .request("/not-jarvis/stream")
                .POST(HttpRequest.BodyPublishers.ofString(body("\"go\"", "\"t\"")))
                .build()));
  }

  @Test
  void anAddressThatDoesNotExistIsToldSo() throws Exception {
    assertThat(refused(404, gateway.get("/nothing")).path("detail").asText())
        .contains("/not-jarvis/stream");
  }

  @Test
  void aMethodThatDoesNotFitIsToldWhichOneDoes() throws Exception {
    HttpResponse<String> response = gateway.get("/not-jarvis/stream");

    refused(405, response);
    assertThat(response.headers().firstValue("Allow")).hasValue("POST");
  }

  @Test
  void anAddressThatCannotBeReadIsRefused() throws Exception {
    try (RawClient client = new RawClient(gateway.port)) {
      client.send(RawClient.head("GET /%zz HTTP/1.1", "Host: localhost", "Connection: close"));

      assertThat(client.readAll()).startsWith("HTTP/1.1 400 ").contains("\"status\":400");
    }
  }

  @ParameterizedTest
  @CsvSource({"/,5000,X: y,414", "/,1,X: LONG,431", "/,1,no header,400"})
  void whatIsHardlyHttpIsRefusedInTheSameShape(String path, int times, String header, int status)
      throws Exception {
    try (RawClient client = new RawClient(gateway.port)) {
      client.send(
          RawClient.head(
              "GET " + path.repeat(times) + " HTTP/1.1",
              "Host: localhost",
              header.replace("LONG", "y".repeat(20_000))));

      assertThat(client.readAll())
          .containsPattern("^HTTP/1.[01] " + status + " ")
          .contains("application/problem+json")
          .contains("\"status\":" + status);
    }
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(FailureCode.BAD_REQUEST, 400),
        Arguments.of(FailureCode.NOT_FOUND, 404),
        Arguments.of(FailureCode.CONFLICT, 409),
        Arguments.of(FailureCode.FENCED, 409),
        Arguments.of(FailureCode.UNAVAILABLE, 503),
        Arguments.of(FailureCode.TIMEOUT, 504),
        Arguments.of(FailureCode.INTERNAL, 500));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aGoalThatIsNotTakenOnHasTheStatusOfItsReason(FailureCode code, int status) throws Exception {
    try (RunningGateway other = RunningGateway.start()) {
      other.planner.answers(question -> Future.failedFuture(new Failure(code, "Because.")));

      HttpResponse<String> response = other.post(body("\"go\"", "\"t\""));

      assertThat(refused(status, response).path("detail").asText()).isEqualTo("Because.");
      assertThat(response.headers().firstValue("Retry-After").isPresent()).isEqualTo(status == 503);
      assertThat(other.metric("notjarvis_runs_started_total")).isZero();
      await().until(() -> other.metric("notjarvis_streams_open") == 0);
    }
  }

  @Test
  void aDefectOfThePlannerIsToldWithoutItsText() throws Exception {
    try (RunningGateway other = RunningGateway.start()) {
      other.planner.answers(question -> Future.failedFuture(new TimeoutException("secret text")));

      HttpResponse<String> response = other.post(body("\"go\"", "\"t\""));

      refused(504, response);
      assertThat(response.body()).doesNotContain("secret");
    }
  }

  @Test
  void aGoalWithNoPlannerRunningIsToldToComeBack() throws Exception {
    try (RunningGateway alone = RunningGateway.startWithoutPlanner(StreamLimits.DEFAULT)) {
      HttpResponse<String> response = alone.post(body("\"go\"", "\"t\""));

      refused(503, response);
      assertThat(response.headers().firstValue("Retry-After")).hasValue("5");
    }
  }

  private static JsonNode refused(int status, HttpResponse<String> response) throws Exception {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    JsonNode problem = Json.mapper().readTree(response.body());
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(response.headers().firstValue("X-Request-Id"))
        .hasValue(problem.path("request_id").asText());
    assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    return problem;
  }

  private static String body(String goal, String thread) {
    return "{\"user_goal\":" + goal + ",\"thread_id\":" + thread + "}";
  }
}
