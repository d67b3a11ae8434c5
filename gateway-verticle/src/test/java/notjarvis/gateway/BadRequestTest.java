package notjarvis.gateway;

import static notjarvis.gateway.Problems.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.net.http.HttpRequest;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a request is told in one shape, and nothing is started. */
@Timeout(30)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BadRequestTest {
  private final RunningGateway gateway = RunningGateway.start();

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
        Arguments.of("thread_id", body("\"go\"", "\".\""), "not of dots alone"),
        Arguments.of("thread_id", body("\"go\"", "\"..\""), "not of dots alone"),
        Arguments.of("thread_id", body("\"go\"", "\"...\""), "not of dots alone"),
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

  private static String body(String goal, String thread) {
    return "{\"user_goal\":" + goal + ",\"thread_id\":" + thread + "}";
  }
}
