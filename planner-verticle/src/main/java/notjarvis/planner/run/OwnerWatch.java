package notjarvis.planner.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import notjarvis.journal.Beats;
import notjarvis.journal.Beats.OwnedRun;
import notjarvis.journal.Lease;
import org.jspecify.annotations.Nullable;

/**
 * Watches the counters of other planners against our own clock. No clock is compared with another
 * one's, and time in which nothing could be seen does not count: after an outage of the database
 * everyone gets the full time again.
 */
final class OwnerWatch {
  static final long GONE_AFTER_MS = 3_000;

  private final Time time;
  private Map<String, Sighting> sightings = new HashMap<>();
  private long lastLook;

  /** Since when a counter stands where it stands. */
  private record Sighting(long beat, long since) {}

  OwnerWatch(Time time) {
    this.time = time;
    this.lastLook = time.measured();
  }

  /** The runs whose owners have not moved for too long. */
  List<Lease> orphans(Beats beats) {
    if (time.millisSince(lastLook) >= GONE_AFTER_MS) {
      forget();
    }
    lastLook = time.measured();
    Map<String, Sighting> now = new HashMap<>();
    beats.others().forEach(run -> now.put(run.lease().plannerId(), sighting(run)));
    sightings = now;
    return beats.others().stream()
        .map(OwnedRun::lease)
        .filter(lease -> isGone(now.get(lease.plannerId())))
        .toList();
  }

  private Sighting sighting(OwnedRun run) {
    Sighting before = sightings.get(run.lease().plannerId());
    if (before != null && before.beat() == run.beat()) {
      return before;
    }
    return new Sighting(run.beat(), time.measured());
  }

  private boolean isGone(@Nullable Sighting owner) {
    return owner != null && time.millisSince(owner.since()) >= GONE_AFTER_MS;
  }

  /** Begins to watch anew. */
  void forget() {
    sightings = new HashMap<>();
  }
}
