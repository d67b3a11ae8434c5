package notjarvis.planner.run;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Time that passes when the test says so. */
final class FakeTime {
  private final AtomicLong nanos = new AtomicLong(1);

  Time time() {
    return new Time(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), nanos::get);
  }

  void passes(long millis) {
    nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
  }
}
