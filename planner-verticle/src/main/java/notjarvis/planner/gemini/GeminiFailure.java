package notjarvis.planner.gemini;

import java.time.Duration;
import notjarvis.failure.Failure;
import org.jspecify.annotations.Nullable;

/**
 * An attempt that brought no answer. Its message may quote the service, so it is for the log alone,
 * and only in parts; the person is told {@link #inWords}.
 */
final class GeminiFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Trouble trouble;
  private final @Nullable Duration retryAfter;

  GeminiFailure(Trouble trouble, String detail) {
    this(trouble, detail, null);
  }

  /**
   * An attempt that brought no answer.
   *
   * @param retryAfter how long to wait before asking again, when that is known
   */
  GeminiFailure(Trouble trouble, String detail, @Nullable Duration retryAfter) {
    super(trouble + ": " + detail, null, false, false);
    this.trouble = trouble;
    this.retryAfter = retryAfter;
  }

  Trouble trouble() {
    return trouble;
  }

  @Nullable Duration retryAfter() {
    return retryAfter;
  }

  /** The failure as the person is told of it. */
  Failure inWords(String model) {
    String words = trouble.words().replace("{model}", model).replace("{when}", when());
    return new Failure(trouble.code(), words);
  }

  private String when() {
    if (retryAfter == null) {
      return "in a moment";
    }
    long seconds = Math.max(1, retryAfter.plusMillis(999).toSeconds());
    return seconds == 1 ? "in a second" : "in " + seconds + " seconds";
  }
}
