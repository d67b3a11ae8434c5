package notjarvis.gateway;

import static notjarvis.gateway.Problems.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the HTTP layer does not take is told in the same shape as all else. */
@Timeout(30)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BadHttpTest {
  private static final String GOAL = "{\"user_goal\":\"go\",\"thread_id\":\"t\"}";

  private final RunningGateway gateway = RunningGateway.start();

  @AfterAll
  void close() {
    gateway.close();
  }

  @Test
  void aBodyOverTheLimitIsRefused() throws Exception {
    refused(413, gateway.post(GOAL + " ".repeat(RunningGateway.BODY_LIMIT)));
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

  @Test
  void aClientThatAsksFirstIsToldToGoOn() throws Exception {
    try (RawClient client = new RawClient(gateway.port)) {
      client.send(
          RawClient.head(
              "POST /not-jarvis/stream HTTP/1.1",
              "Host: localhost",
              "Content-Type: application/json",
              "Content-Length: 2",
              "Expect: 100-continue"));
      assertThat(client.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 100 ");
      client.send("{}");

      assertThat(client.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 400 ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
  void aBodyThatDoesNotSayItIsJsonIsRefused(String type) throws Exception {
    HttpRequest request =
        gateway
            .request("/not-jarvis/stream")
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(GOAL))
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
                .POST(HttpRequest.BodyPublishers.ofString(GOAL))
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
}
