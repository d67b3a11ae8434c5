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

  long measured() {
    return nanos.getAsLong();
  }

  long millisSince(long measured) {
    return TimeUnit.NANOSECONDS.toMillis(measured() - measured);
  }
}
