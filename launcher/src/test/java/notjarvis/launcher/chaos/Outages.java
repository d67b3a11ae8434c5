package notjarvis.launcher.chaos;

import java.util.HashSet;
import java.util.Set;

/**
 * Knows since when a run could have been taken over: since its planner was gone, but not while the
 * database was, or all planners were, or all that speak to the database.
 */
final class Outages {
  private static final int OF_EACH = 2;

  private final Set<String> gone = new HashSet<>();
  private long since = System.nanoTime();

  synchronized void gone(String name) {
    if (gone.add(name)) {
      Story.tell("%s is gone", name);
    }
    if (name.startsWith("planner")) {
      since = System.nanoTime();
    }
  }

  synchronized void back(String name) {
    boolean couldNot = !canTakeOver();
    if (gone.contains(name)) {
      Story.tell("%s is back", name);
    }
    gone.remove(name);
    if (couldNot && canTakeOver()) {
      since = System.nanoTime();
    }
  }

  private boolean canTakeOver() {
    return !gone.contains("postgres") && isThere("planner") && isThere("persistence");
  }

  private boolean isThere(String role) {
    return gone.stream().filter(name -> name.startsWith(role)).count() < OF_EACH;
  }

  /** How long a takeover that happens now could have happened, in milliseconds. */
  synchronized long millis() {
    return canTakeOver() ? (System.nanoTime() - since) / 1_000_000 : 0;
  }
}
