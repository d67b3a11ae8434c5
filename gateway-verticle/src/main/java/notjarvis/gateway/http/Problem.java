package notjarvis.gateway.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.netty.handler.codec.http.HttpResponseStatus;
import notjarvis.failure.Failure;
import notjarvis.failure.FailureCode;
import org.jspecify.annotations.Nullable;

/**
 * The body of every refused request (RFC 9457).
 *
 * @param type always {@code about:blank}: the status says what kind of problem it is
 * @param title the phrase that belongs to the status
 * @param detail what is wrong and what to do
 * @param field the field, parameter or header that is at fault, when one is
 * @param requestId as in the header {@code X-Request-Id} and in the log
 */
record Problem(
    String type,
    String title,
    int status,
    String detail,
    @Nullable String field,
    @JsonProperty("request_id") String requestId) {
  static final String CONTENT_TYPE = "application/problem+json";

  private static final String DEFECT =
      "Something went wrong inside Not-Jarvis; logs/jarvis.log says what.";

  static Problem of(int status, String detail, String requestId) {
    return of(status, detail, null, requestId);
  }

  static Problem of(Refusal refusal, String requestId) {
    return of(refusal.status(), refusal.detail(), refusal.field(), requestId);
  }

  static Problem of(Failure failure, String requestId) {
    return of(status(failure.code()), failure.getMessage(), null, requestId);
  }

  /** What the HTTP layer itself refuses; anything that it does not expect is a defect. */
  static Problem ofStatus(int status, String requestId) {
    return switch (status) {
      case 400 -> of(400, "This is not a valid HTTP request.", requestId);
      case 404 -> of(404, "There is nothing here. Goals go to /not-jarvis/stream.", requestId);
      case 405 -> of(405, "Use one of the methods that the Allow header names.", requestId);
      case 413 -> of(413, "The body is larger than any goal may be.", requestId);
      case 414 -> of(414, "The address is too long.", requestId);
      case 431 -> of(431, "The headers are too large.", requestId);
      default -> of(500, DEFECT, requestId);
    };
  }

  private static Problem of(int status, String detail, @Nullable String field, String requestId) {
    String title = HttpResponseStatus.valueOf(status).reasonPhrase();
    return new Problem("about:blank", title, status, detail, field, requestId);
  }

  private static int status(FailureCode code) {
    return switch (code) {
      case BAD_REQUEST -> 400;
      case NOT_FOUND -> 404;
      case CONFLICT, FENCED -> 409;
      case UNAVAILABLE -> 503;
      case TIMEOUT -> 504;
      case INTERNAL -> 500;
    };
  }
}
