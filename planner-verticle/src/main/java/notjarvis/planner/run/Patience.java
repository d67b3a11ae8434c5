package notjarvis.planner.run;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Supplier;
import notjarvis.failure.FailureCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repeats a question for as long as the part that answers it is away. Only for questions that may
 * be asked twice.
 */
final class Patience {
  private static final Logger LOG = LoggerFactory.getLogger(Patience.class);

  private final Vertx vertx;
  private final long firstDelayMs;
  private final long longestDelayMs;

  Patience(Vertx vertx, Pace pace) {
    this.vertx = vertx;
    this.firstDelayMs = pace.firstRetry().toMillis();
    this.longestDelayMs = pace.longestRetry().toMillis();
  }

  /** The wait after this one. */
  static Duration longer(Duration wait, Pace pace) {
    Duration doubled = wait.multipliedBy(2);
    return doubled.compareTo(pace.longestRetry()) < 0 ? doubled : pace.longestRetry();
  }

  /**
   * The first answer that is not "away" or "too late".
   *
   * @param about what waits, for the log
   */
  <A> Future<A> untilAnswered(String about, Supplier<Future<A>> question) {
    Attempts<A> attempts = new Attempts<>(about, question, Promise.promise());
    attempts.ask(firstDelayMs);
    return attempts.answer.future();
  }

  /** All attempts complete one promise: a chain of futures would grow with the outage. */
  private final class Attempts<A> {
    private final String about;
    private final Supplier<Future<A>> question;
    private final Promise<A> answer;

    private Attempts(String about, Supplier<Future<A>> question, Promise<A> answer) {
      this.about = about;
      this.question = question;
      this.answer = answer;
    }

    private void ask(long delayMs) {
      question.get().onSuccess(answer::complete).onFailure(failure -> failed(failure, delayMs));
    }

    private void failed(Throwable failure, long delayMs) {
      if (!passes(failure)) {
        answer.fail(failure);
        return;
      }
      if (delayMs == firstDelayMs) {
        LOG.warn("The journal is away ({}); {} waits for it", failure.getMessage(), about);
      }
      vertx.setTimer(delayMs, timer -> ask(Math.min(2 * delayMs, longestDelayMs)));
    }
  }

  /** Whether the part that answers is only away, or late. */
  static boolean passes(Throwable failure) {
    FailureCode code = FailureCode.of(failure);
    return code == FailureCode.UNAVAILABLE || code == FailureCode.TIMEOUT;
  }
}
