package notjarvis.launcher.database;

import java.time.Duration;

/** A wait that ends: look, pause, look again, until the time is over. */
final class Patience {
  private static final long PAUSE_MS = 50;

  private final long start = System.nanoTime();
  private final Duration limit;

  Patience(Duration limit) {
    this.limit = limit;
  }

  /** Waits a little; false, at once, when the time is over. */
  boolean pause() {
    if (System.nanoTime() - start >= limit.toNanos()) {
      return false;
    }
    try {
      Thread.sleep(PAUSE_MS);
      return true;
    } catch (InterruptedException e) {
      throw DatabaseStartException.interrupted(e);
    }
  }
}
