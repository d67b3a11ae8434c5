package notjarvis.launcher.command;

import java.util.Timer;
import java.util.TimerTask;
import java.util.function.BooleanSupplier;

/** Interrupts a thread that waits for the person, as soon as there is nothing to wait for. */
final class Lookout {
  private static final long LOOK_AGAIN_MS = 1_000;

  private final Timer timer = new Timer("lookout", true);
  private final Thread waiting = Thread.currentThread();
  private boolean over;

  private Lookout() {}

  /** Looks out for the thread that calls, until it ends it. */
  static Lookout until(BooleanSupplier settled) {
    Lookout lookout = new Lookout();
    lookout.timer.schedule(lookout.looking(settled), LOOK_AGAIN_MS, LOOK_AGAIN_MS);
    return lookout;
  }

  private TimerTask looking(BooleanSupplier settled) {
    return new TimerTask() {
      @Override
      public void run() {
        if (settled.getAsBoolean()) {
          interrupt();
        }
      }
    };
  }

  private synchronized void interrupt() {
    if (!over) {
      over = true;
      waiting.interrupt();
    }
  }

  /** Ends it; the thread goes on as if it had never been interrupted. */
  synchronized void end() {
    if (over) {
      Thread.interrupted();
    }
    over = true;
    timer.cancel();
  }
}
