package notjarvis.planner.run;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Time that passes when the test says so. */
final class FakeTime {
  private final AtomicLong nanos = new AtomicLong(1);
  private final AtomicLong asleep = new AtomicLong();

  private final class Wall extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return Instant.ofEpochMilli(TimeUnit.NANOSECONDS.toMillis(nanos.get()) + asleep.get());
    }
  }

  Time time() {
    return new Time(new Wall(), nanos::get);
  }

  void passes(long millis) {
    nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
  }

  /** The host sleeps: the clock that only goes forward stands still. */
  void sleeps(long millis) {
    asleep.addAndGet(millis);
  }
}
