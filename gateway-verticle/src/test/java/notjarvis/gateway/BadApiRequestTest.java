package notjarvis.gateway;

import static notjarvis.gateway.Problems.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code /v1} refuses without asking anyone: nobody would answer here. */
@Timeout(30)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BadApiRequestTest {
  private final RunningGateway gateway = RunningGateway.start();

  @AfterAll
  void close() {
    gateway.close();
  }

  private HttpResponse<String> post(String path, String type, String body) throws Exception {
    return gateway.send(
        gateway
            .request(path.replace("UUID", UUID.randomUUID().toString()))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/threads?limit=0, limit",
    "/v1/threads?limit=201, limit",
    "/v1/threads?limit=x, limit",
    "/v1/threads?limit=1&limit=2, limit",
    "/v1/threads?before=x, before",
    "/v1/threads?before=2026-99-22T10:15:30Z_7, before",
    "/v1/threads?before=2026-11-22T10:15:30Z_, before",
    "/v1/threads/a%20b, thread",
    "/v1/threads/a%2Fb, thread",
    "/v1/threads/a%00, thread",
    "/v1/threads/t?before=0, before",
    "/v1/threads/t?before=-1, before",
    "/v1/threads/t?before=1e3, before",
    "/v1/threads/t?before=9999999999999999999, before",
    "/v1/threads/t?limit=501, limit",
    "/v1/threads/t/state?checkpoint=, checkpoint",
    "/v1/threads/t/state?checkpoint=new, checkpoint",
    "/v1/runs/1, id",
    "/v1/runs/1-1-1-1-1, id",
    "/v1/runs/..%2F, id",
    "/v1/runs/x/events, id",
    "/v1/approvals/x, id",
    "/v1/blobs/x, id",
    "/v1/blobs/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA, id",
  })
  void whatIsNoNameIsRefusedAndNamed(String path, String field) throws Exception {
    assertThat(refused(400, gateway.get(path)).path("field").asText()).isEqualTo(field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/v1/threads/t/runs | {} | goal",
        "/v1/threads/t/runs | {'goal':' '} | goal",
        "/v1/threads/t/runs | {'goal':7} | goal",
        "/v1/threads/t/runs | {'goal':'go','on_busy':'later'} | on_busy",
        "/v1/threads/t/runs | {'goal':'go','on_busy':7} | on_busy",
        "/v1/threads/t%20/runs | {'goal':'go'} | thread",
        "/v1/threads/t/fork | {'thread_id':'u'} | checkpoint",
        "/v1/threads/t/fork | {'checkpoint':'2','thread_id':'u'} | checkpoint",
        "/v1/threads/t/fork | {'checkpoint':0,'thread_id':'u'} | checkpoint",
        "/v1/threads/t/fork | {'checkpoint':1.5,'thread_id':'u'} | checkpoint",
        "/v1/threads/t/fork | {'checkpoint':99999999999999999999,'thread_id':'u'} | checkpoint",
        "/v1/threads/t/fork | {'checkpoint':2} | thread_id",
        "/v1/threads/t/fork | {'checkpoint':2,'thread_id':'a b'} | thread_id",
        "/v1/runs/x/cancel | {} | id",
        "/v1/runs/UUID/steer | {} | words",
        "/v1/runs/UUID/steer | {'words':''} | words",
        "/v1/approvals/UUID | {} | approved",
        "/v1/approvals/UUID | {'approved':'yes'} | approved",
        "/v1/approvals/UUID | {'approved':1} | approved",
        "/v1/approvals/UUID | {'approved':null} | approved",
      })
  void aFieldThatIsAtFaultIsNamed(String path, String body, String field) throws Exception {
    HttpResponse<String> response = post(path, "application/json", body.replace('\'', '"'));

    assertThat(refused(400, response).path("field").asText()).isEqualTo(field);
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/threads/t/runs, text/plain, 415",
    "/v1/threads/t/fork, application/x-www-form-urlencoded, 415",
    "/v1/runs/UUID/steer, text/plain, 415",
    "/v1/approvals/UUID, text/plain, 415",
    "/v1/approvals/UUID, application/json, 400",
    "/v1/threads/t, application/json, 405",
    "/v1/threads, application/json, 405",
    "/v1/runs/UUID/events, application/json, 405",
    "/v1/elsewhere, application/json, 404",
  })
  void whatCannotBeTakenHasItsStatus(String path, String type, int status) throws Exception {
    HttpResponse<String> response = post(path, type, "[]");

    refused(status, response);
    assertThat(response.headers().firstValue("Allow").isPresent()).isEqualTo(status == 405);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/threads", "/v1/runs/UUID", "/v1/approvals/UUID", "/v1/blobs/x"})
  void whatCanBeReadCanBeAskedForWithoutItsBody(String path) throws Exception {
    try (RawClient client = new RawClient(gateway.port)) {
      String target = path.replace("UUID", UUID.randomUUID().toString());
      client.send(RawClient.head("HEAD " + target + " HTTP/1.1", "Host: localhost"));
      assertThat(client.readUntil("\r\n\r\n")).doesNotContain(" 405 ");
      client.send(RawClient.head("GET /health/live HTTP/1.1", "Host: localhost"));

      assertThat(client.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void onlyAStreamCannotBeAskedForWithoutItsBody() throws Exception {
    HttpResponse<String> response =
        gateway.send(
            gateway
                .request("/v1/runs/" + UUID.randomUUID() + "/events")
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build());

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).hasValue("GET");
  }

  @ParameterizedTest
  @CsvSource({"/v1/threads/t/runs", "/v1/runs/UUID/steer", "/v1/approvals/UUID"})
  void aBodyThatIsTooLargeIsRefused(String path) throws Exception {
    String body = "{\"goal\":\"" + "x".repeat(RunningGateway.BODY_LIMIT) + "\"}";

    refused(413, post(path, "application/json", body));
  }

  @ParameterizedTest
  @CsvSource({"/v1/threads/%zz", "/v1/threads?limit=%zz", "/v1/runs/UUID/events?after=%zz"})
  void anAddressThatCannotBeReadIsRefused(String path) throws Exception {
    try (RawClient client = new RawClient(gateway.port)) {
      String target = path.replace("UUID", UUID.randomUUID().toString());
      client.send(RawClient.head("GET " + target + " HTTP/1.1", "Host: localhost"));

      assertThat(client.readUntil("}")).startsWith("HTTP/1.1 400 ");
    }
  }
}
