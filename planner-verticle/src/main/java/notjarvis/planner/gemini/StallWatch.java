package notjarvis.planner.gemini;

import io.vertx.core.Vertx;
import java.time.Duration;

/** Notices when an attempt has been silent for too long, so that another one gets its chance. */
final class StallWatch {
  private final Vertx vertx;
  private final ServiceLimits limits;
  private final Runnable stalled;
  private long timer;

  /**
   * Begins to watch.
   *
   * @param stalled what to do about it, at most once
   */
  StallWatch(Vertx vertx, ServiceLimits limits, Runnable stalled) {
    this.vertx = vertx;
    this.limits = limits;
    this.stalled = stalled;
    timer = timer(limits.firstByte());
  }

  /** Something was heard. */
  void heard() {
    vertx.cancelTimer(timer);
    timer = timer(limits.idle());
  }

  void stop() {
    vertx.cancelTimer(timer);
  }

  private long timer(Duration limit) {
    return vertx.setTimer(limit.toMillis(), late -> stalled.run());
  }
}
