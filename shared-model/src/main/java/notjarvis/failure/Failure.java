package notjarvis.failure;

import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import org.jspecify.annotations.Nullable;

/** A failure with a code and a message that may be shown to the person. It carries no cause. */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final FailureCode code;

  public Failure(FailureCode code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  public static Failure badRequest(String message) {
    return new Failure(FailureCode.BAD_REQUEST, message);
  }

  public static Failure unavailable(String message) {
    return new Failure(FailureCode.UNAVAILABLE, message);
  }

  public FailureCode code() {
    return code;
  }

  @Override
  public String getMessage() {
    String message = super.getMessage();
    return message == null ? code.name() : message;
  }

  /** Any failure in the words that may leave this process: ours as they are, all others by code. */
  public static Failure of(Throwable failure) {
    if (failure instanceof Failure known) {
      return known;
    }
    FailureCode code = FailureCode.of(failure);
    return new Failure(code, publicMessage(code, failure));
  }

  private static String publicMessage(FailureCode code, Throwable failure) {
    boolean answered =
        failure instanceof ReplyException reply
            && reply.failureType() == ReplyFailure.RECIPIENT_FAILURE;
    @Nullable String message = failure.getMessage();
    if (answered && message != null) {
      return message;
    }
    return switch (code) {
      case TIMEOUT -> "No answer came in time.";
      case UNAVAILABLE -> "A part of Not-Jarvis is not running.";
      default -> "Something went wrong inside Not-Jarvis; logs/jarvis.log says what.";
    };
  }
}
