package notjarvis.executor.effect;

import java.time.Duration;

/**
 * A point in time on this host. The clock that only goes forward stands still while a laptop
 * sleeps, and the other one can be set back: the longer of the two spans counts.
 */
record Moment(long nanos, long millis) {
  static Moment now() {
    return new Moment(System.nanoTime(), System.currentTimeMillis());
  }

  boolean isOlderThan(Duration limit) {
    Moment now = now();
    long measured = (now.nanos - nanos) / 1_000_000;
    return Math.max(measured, now.millis - millis) > limit.toMillis();
  }
}
