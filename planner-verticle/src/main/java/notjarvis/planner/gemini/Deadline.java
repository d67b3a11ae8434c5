package notjarvis.planner.gemini;

import java.time.Duration;

/** The point in time by which a decision has to be made, all its attempts included. */
record Deadline(long atNanos) {
  static Deadline in(Duration duration) {
    return new Deadline(System.nanoTime() + duration.toNanos());
  }

  /** What is left, at least a millisecond. */
  long remainingMs() {
    return Math.max(1, Duration.ofNanos(atNanos - System.nanoTime()).toMillis());
  }

  /** Whether something is left after waiting this long. */
  boolean allows(Duration wait) {
    return atNanos - System.nanoTime() > wait.toNanos();
  }
}
