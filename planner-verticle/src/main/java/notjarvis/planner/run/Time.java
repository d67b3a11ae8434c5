package notjarvis.planner.run;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The two clocks: one that tells the time, and one that only ever goes forward.
 *
 * @param clock for what people read; it may jump
 * @param nanos for what is measured
 */
record Time(Clock clock, LongSupplier nanos) {
  static Time real() {
    return new Time(Clock.system(ZoneId.systemDefault()), System::nanoTime);
  }

  Instant now() {
    return clock.instant();
  }

  ZonedDateTime here() {
    return ZonedDateTime.now(clock);
  }

  /** A point in time on both clocks. */
  record Moment(long nanos, long millis) {}

  Moment moment() {
    return new Moment(measured(), clock.millis());
  }

  /**
   * How long ago that was. The clock that only goes forward stands still while a laptop sleeps, and
   * the other one can be set back: the longer of the two spans counts.
   */
  long millisSince(Moment moment) {
    return Math.max(millisSince(moment.nanos()), clock.millis() - moment.millis());
  }

  long measured() {
    return nanos.getAsLong();
  }

  long millisSince(long measured) {
    return TimeUnit.NANOSECONDS.toMillis(measured() - measured);
  }
}
