package notjarvis.launcher.client;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tries again, less and less often, for as long as it is worth it. */
public final class Attempts {
  private static final long SHORTEST_MS = 100;
  private static final long LONGEST_MS = 2_000;

  /** A connection that held for so long was one, even if nothing came over it. */
  private static final Duration HELD = Duration.ofSeconds(10);

  private final Duration patience;
  private final CountDownLatch givenUp = new CountDownLatch(1);
  private long begun = System.nanoTime();
  private long failingSince;
  private long pauseMs;
  private int failed;

  /**
   * None failed yet.
   *
   * @param patience how long they may fail in a row
   */
  public Attempts(Duration patience) {
    this.patience = patience;
  }

  /**
   * An attempt begins.
   *
   * @throws CancellationException when it was given up
   */
  public void begin() {
    if (givenUp.getCount() == 0) {
      throw new CancellationException("given up");
    }
    begun = System.nanoTime();
  }

  /**
   * The attempt failed.
   *
   * @param progress whether something came of it before
   * @param connected whether the server had answered it at all
   * @return whether it is the first to fail in a row
   */
  public boolean failed(boolean progress, boolean connected) {
    long now = System.nanoTime();
    boolean held = connected && now - begun >= HELD.toNanos();
    if (failed == 0 || progress || held) {
      failed = 0;
      failingSince = now;
      pauseMs = SHORTEST_MS;
    }
    failed++;
    return failed == 1;
  }

  /**
   * Waits for the time of the next attempt.
   *
   * @return whether there is to be one
   * @throws CancellationException when it was given up
   */
  public boolean pause() throws InterruptedException {
    if (System.nanoTime() - failingSince >= patience.toNanos()) {
      return false;
    }
    if (givenUp.await(pauseMs, TimeUnit.MILLISECONDS)) {
      throw new CancellationException("given up");
    }
    pauseMs = Math.min(2 * pauseMs, LONGEST_MS);
    return true;
  }

  /** Ends the waiting. May be called by any thread. */
  public void giveUp() {
    givenUp.countDown();
  }
}
