package notjarvis.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import notjarvis.json.Json;

/** What every refused request has in common. */
final class Problems {
  private Problems() {}

  /** Demands that a request was refused with this status, and gives what it was told. */
  static JsonNode refused(int status, HttpResponse<String> response) throws Exception {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    JsonNode problem = Json.mapper().readTree(response.body());
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(response.headers().firstValue("X-Request-Id"))
        .hasValue(problem.path("request_id").asText());
    assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    return problem;
  }
}
