package notjarvis.planner.gemini;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import notjarvis.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * An error as the service describes it. It comes as the body of an answer, as one event of a stream
 * or bare within a stream; as an object, or as an array of one. Any part of it may be missing.
 */
final class ErrorBody {
  private static final Pattern SECONDS = Pattern.compile("(\\d{1,9}(\\.\\d{1,9})?)s");

  private final int status;
  private final JsonNode error;

  private ErrorBody(int status, JsonNode error) {
    this.status = status;
    this.error = error;
  }

  /** The failure that an HTTP answer other than 200 stands for, whatever its body is. */
  static GeminiFailure ofAnswer(int status, String body) {
    return in(body)
        .map(error -> new ErrorBody(status, error).failure())
        .orElseGet(() -> new GeminiFailure(ofStatus(status), "HTTP " + status + " " + body));
  }

  /** The failure that a text within a stream stands for, if it is an error at all. */
  static Optional<GeminiFailure> ofStream(String text) {
    return in(text).map(error -> new ErrorBody(error.path("code").asInt(), error).failure());
  }

  private static Optional<JsonNode> in(String text) {
    try {
      JsonNode root = Json.mapper().readTree(text);
      JsonNode error = (root.isArray() ? root.path(0) : root).path("error");
      return error.isObject() ? Optional.of(error) : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private GeminiFailure failure() {
    String detail =
        "%d %s %s"
            .formatted(
                status, error.path("status").asText(), error.path("message").asText("no message"));
    return new GeminiFailure(trouble(), detail, retryDelay());
  }

  private Trouble trouble() {
    if (says("reason", "API_KEY_INVALID") || status == 401) {
      return Trouble.KEY_REFUSED;
    }
    if (status == 400 && error.path("status").asText().equals("FAILED_PRECONDITION")) {
      return Trouble.NOT_OFFERED_HERE;
    }
    if (status == 429 && isForTheDay()) {
      return Trouble.DAY_IS_USED_UP;
    }
    return ofStatus(status);
  }

  private static Trouble ofStatus(int status) {
    return switch (status) {
      case 400 -> Trouble.REQUEST_REFUSED;
      case 401 -> Trouble.KEY_REFUSED;
      case 403 -> Trouble.KEY_NOT_ALLOWED;
      case 404 -> Trouble.MODEL_UNKNOWN;
      case 429 -> Trouble.TOO_MANY_REQUESTS;
      case 408, 500, 502, 503, 504 -> Trouble.OVERLOADED;
      default -> Trouble.NOT_GEMINI;
    };
  }

  private boolean says(String field, String value) {
    return details().anyMatch(detail -> detail.path(field).asText().equals(value));
  }

  private boolean isForTheDay() {
    return details()
        .flatMap(detail -> elements(detail.path("violations")))
        .anyMatch(violation -> violation.path("quotaId").asText().contains("PerDay"));
  }

  private @Nullable Duration retryDelay() {
    return details()
        .map(detail -> SECONDS.matcher(detail.path("retryDelay").asText()))
        .filter(Matcher::matches)
        .map(delay -> new BigDecimal(delay.group(1)).movePointRight(3).longValue())
        .map(Duration::ofMillis)
        .findFirst()
        .orElse(null);
  }

  private Stream<JsonNode> details() {
    return elements(error.path("details"));
  }

  private static Stream<JsonNode> elements(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
