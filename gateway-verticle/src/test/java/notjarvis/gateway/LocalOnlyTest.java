package notjarvis.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.util.List;
import notjarvis.failure.Failure;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page in the person's browser cannot drive the server unless the server itself served it. */
@Timeout(30)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LocalOnlyTest {
  private final RunningGateway gateway = RunningGateway.start();

  @AfterAll
  void close() {
    gateway.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: localhost",
        "Host: LocalHost:8000",
        "Host: 127.0.0.1:1",
        "Host: [::1]:8000",
        "Host: localhost:8000\r\nOrigin: http://localhost:8000",
        "Host: localhost:8000\r\nSec-Fetch-Site: same-origin",
        "Host: localhost:8000\r\nSec-Fetch-Site: none",
      })
  void thisMachineIsServed(String headers) throws Exception {
    assertThat(get("/health/live", headers)).startsWith("HTTP/1.1 200 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host:",
        "Host: evil.example",
        "Host: localhost.evil.example",
        "Host: 127.0.0.2",
        "Host: [::2]",
        "Host: localhost\r\nHost: evil.example",
        "Host: evil.example\r\nX-Forwarded-Host: localhost",
      })
  void aHostThatIsNotThisMachineIsRefusedEverywhere(String headers) throws Exception {
    for (String path : List.of("/health/live", "/metrics", "/nothing")) {
      assertThat(get(path, headers))
          .startsWith("HTTP/1.1 403 ")
          .contains("Only localhost is served");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"X-No: host", "Host: localhost:8000:9000", "Host: localhost@evil.example"})
  void aHostThatIsNoneIsRefused(String headers) throws Exception {
    assertThat(get("/health/live", headers)).startsWith("HTTP/1.1 400 ").contains("\"request_id\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Origin: https://evil.example",
        "Origin: null",
        "Origin: http://localhost:3000",
        "Origin: https://localhost:8000",
        "Origin: http://127.0.0.1:8000",
        "Origin: http://localhost:8000\r\nOrigin: https://evil.example",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site",
      })
  void aPageOfAnotherSiteIsRefusedAndStartsNothing(String headers) throws Exception {
    gateway.planner.answers(question -> Future.failedFuture(Failure.unavailable("Not now.")));
    String goal = RawClient.goal("open evil").replace("Host: localhost", "Host: localhost:8000");

    String response = exchange(goal.replaceFirst("\r\n\r\n", "\r\n" + headers + "\r\n\r\n"));

    assertThat(response).startsWith("HTTP/1.1 403 ").contains("Pages of other sites");
    // goals reach the planner in the order in which they came
    exchange(RawClient.goal("open mit.edu"));
    assertThat(gateway.planner.nextGoal().goal()).isEqualTo("open mit.edu");
  }

  @Test
  void noPageOfAnotherSiteIsGivenLeave() throws Exception {
    String response =
        exchange(
            RawClient.head(
                "OPTIONS /not-jarvis/stream HTTP/1.1",
                "Host: localhost:8000",
                "Origin: https://evil.example",
                "Access-Control-Request-Method: POST"));

    assertThat(response).startsWith("HTTP/1.1 403 ").doesNotContain("Access-Control");
  }

  private String get(String path, String headers) throws Exception {
    return exchange(RawClient.head("GET " + path + " HTTP/1.1", headers));
  }

  private String exchange(String request) throws Exception {
    try (RawClient client = new RawClient(gateway.port)) {
      client.send(request.replaceFirst("\r\n", "\r\nConnection: close\r\n"));
      return client.readAll();
    }
  }
}
