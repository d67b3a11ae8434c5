package notjarvis.failure;

import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import java.util.concurrent.TimeoutException;

/** Why a request between verticles failed. The number travels, the name is for code and logs. */
public enum FailureCode {
  /** The question itself is wrong; asking it again will fail again. */
  BAD_REQUEST(1),
  /** What was asked for does not exist, or not for this owner. */
  NOT_FOUND(2),
  /** The state of things does not allow it. */
  CONFLICT(3),
  /** Whoever asked no longer owns the run and has to stop working on it. */
  FENCED(4),
  /** A part that is needed is away; the same question may succeed later. */
  UNAVAILABLE(5),
  /** No answer came in time; whether it was done is not known. */
  TIMEOUT(6),
  /** A defect of ours; the log has the cause. */
  INTERNAL(7);

  private final int number;

  FailureCode(int number) {
    this.number = number;
  }

  /** The number that stands for this code in a failed reply. */
  public int number() {
    return number;
  }

  /** The code of any failure, whether it was raised here or came back over the bus. */
  public static FailureCode of(Throwable failure) {
    if (failure instanceof Failure known) {
      return known.code();
    }
    if (failure instanceof ReplyException reply) {
      return ofReply(reply);
    }
    return failure instanceof TimeoutException ? TIMEOUT : INTERNAL;
  }

  private static FailureCode ofReply(ReplyException reply) {
    ReplyFailure type = reply.failureType();
    return switch (type) {
      case TIMEOUT -> TIMEOUT;
      case NO_HANDLERS -> UNAVAILABLE;
      case ERROR -> INTERNAL;
      case RECIPIENT_FAILURE -> ofNumber(reply.failureCode());
    };
  }

  private static FailureCode ofNumber(int number) {
    for (FailureCode code : values()) {
      if (code.number == number) {
        return code;
      }
    }
    return INTERNAL;
  }
}
