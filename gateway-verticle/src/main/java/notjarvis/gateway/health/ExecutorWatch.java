package notjarvis.gateway.health;

import java.time.Duration;
import notjarvis.action.Executors;
import notjarvis.bus.Bus;
import org.jspecify.annotations.Nullable;

/** Knows whether an executor is there: each says so once a second. */
final class ExecutorWatch {
  private static final Duration SILENCE = Duration.ofSeconds(3);

  private volatile @Nullable Long heardAt;

  ExecutorWatch(Bus bus) {
    bus.listen(Executors.ANNOUNCED, announced -> heardAt = System.nanoTime());
  }

  boolean isThere() {
    Long at = heardAt;
    return at != null && System.nanoTime() - at < SILENCE.toNanos();
  }
}
