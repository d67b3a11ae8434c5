package notjarvis.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeminiStandInTest {
  private static final String HELLO = "'contents':[{'role':'user','parts':[{'text':'hello'}]}]";

  private final Vertx vertx = Vertx.vertx();
  private final GeminiStandIn gemini = GeminiStandIn.start(vertx);
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    gemini.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private HttpResponse<String> post(String pathAndQuery, String key, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(gemini.baseUri() + pathAndQuery))
            .header("x-goog-api-key", key)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.replace('\'', '"')))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String body) throws IOException, InterruptedException {
    return post(
        "/v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=sse", GeminiStandIn.KEY, body);
  }

  @Test
  void itStreamsEventsThatEndWithTwoLineEnds() throws Exception {
    gemini.then(GeminiAnswer.deciding("Grüße 😀", "search", Map.of("query", "x")));

    HttpResponse<String> response = post("{" + HELLO + "}");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("content-type")).hasValue("text/event-stream");
    assertThat(response.body()).startsWith("data: {").endsWith("}\r\n\r\n");
    assertThat(response.body().split("\r\n\r\n"))
        .hasSizeGreaterThan(5)
        .allMatch(event -> event.startsWith("data: {") && !event.contains("\n"));
    assertThat(gemini.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{}",
        "{'contents':[]}",
        "{'contents':[{'role':'assistant','parts':[{'text':'a'}]}]}",
        "{'contents':[{'role':'user','parts':[]}]}",
        "{'contents':[{'role':'user','parts':[{'text':''}]}]}",
        "{'contents':[{'role':'model','parts':[{'text':'a'}]}]}",
        "{HELLO,'prompt':'x'}",
        "{HELLO,'generationConfig':{'candidateCount':1}}",
        "{HELLO,'generationConfig':{'thinkingConfig':{'thinkingBudget':0,'thinkingLevel':'LOW'}}}",
        "{HELLO,'generationConfig':{'thinkingConfig':{'thinkingLevel':'LOW'}}}",
        "{HELLO,'generationConfig':{'thinkingConfig':{'depth':1}}}",
        "{HELLO,'generationConfig':{'responseJsonSchema':{'type':'object'}}}",
        "{HELLO,'generationConfig':{'responseMimeType':'application/json',"
            + "'responseSchema':{},'responseJsonSchema':{'type':'object'}}}",
        "{HELLO,'generationConfig':{'responseMimeType':'application/json',"
            + "'responseJsonSchema':{'anyOf':[{'properties':{'a':{'minLength':1}}}]}}}",
        "{HELLO,'generationConfig':{'responseMimeType':'application/json',"
            + "'responseJsonSchema':{'items':{'const':1}}}}"
      })
  void whatTheServiceRefusesItRefuses(String body) throws Exception {
    HttpResponse<String> response = post(body.replace("HELLO", HELLO));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("INVALID_ARGUMENT");
    assertThat(gemini.requests()).isEmpty();
    assertThat(gemini.refused()).isEqualTo(1);
  }

  @Test
  void theKeyIsChecked() throws Exception {
    String path = "/v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=sse";

    assertThat(post(path, "wrong", "{" + HELLO + "}").body()).contains("API_KEY_INVALID");
    assertThat(post(path + "&key=x", GeminiStandIn.KEY, "{" + HELLO + "}").statusCode())
        .isEqualTo(403);
  }

  @Test
  void anotherPathIsNotFound() throws Exception {
    assertThat(
            post("/v1/models/other:streamGenerateContent?alt=sse", GeminiStandIn.KEY, "{}")
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void withoutEventsItIsRefused() throws Exception {
    String path = "/v1beta/models/gemini-2.5-flash:streamGenerateContent";

    assertThat(post(path, GeminiStandIn.KEY, "{" + HELLO + "}").statusCode()).isEqualTo(400);
  }

  @Test
  void aFunctionAnswersOnceTheQueueIsEmpty() throws Exception {
    gemini
        .then(GeminiAnswer.unavailable())
        .answering(request -> GeminiAnswer.saying(request.lastTurn()));

    assertThat(post("{" + HELLO + "}").statusCode()).isEqualTo(503);
    assertThat(post("{" + HELLO + "}").statusCode()).isEqualTo(200);
  }

  @Test
  void withNothingToSayItSaysSo() throws Exception {
    assertThat(post("{" + HELLO + "}").body()).contains("no more answers");
  }
}
