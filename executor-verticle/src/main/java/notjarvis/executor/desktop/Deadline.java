package notjarvis.executor.desktop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Until when something may begin. A computer that slept meanwhile has not stopped the clock. */
record Deadline(Clock clock, Instant end) {

  static Deadline in(Duration time, Clock clock) {
    return new Deadline(clock, clock.instant().plus(time));
  }

  boolean hasPassed() {
    return clock.instant().isAfter(end);
  }
}
