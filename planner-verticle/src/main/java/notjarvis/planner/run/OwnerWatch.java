package notjarvis.planner.run;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import notjarvis.journal.Beats;
import notjarvis.journal.Beats.Held;
import notjarvis.journal.Beats.OwnedRun;
import notjarvis.journal.Lease;
import org.jspecify.annotations.Nullable;

/**
 * Watches the counters of other planners against our own clock. No clock is compared with another
 * one's. Whoever could not look for most of the time that others have must not judge them: after an
 * outage of the database everyone gets the full time again. A look that fails now and then, because
 * one of several that keep the journal is away, changes nothing.
 *
 * <p>Also watches for runs that are ours without our knowing, since the answer that gave them to us
 * got lost: nobody else would ever see that we do not work on them.
 */
final class OwnerWatch {
  private final Time time;
  private final Duration goneAfter;
  private final Predicate<UUID> underWay;
  private Map<String, Sighting> sightings = new HashMap<>();
  private Set<Lease> idle = Set.of();
  private long lastLook;

  /** Since when a counter stands where it stands. */
  private record Sighting(long beat, long since) {}

  /**
   * A watch that has seen nothing yet.
   *
   * @param goneAfter how long an owner may be still
   * @param underWay whether a run is worked on here, or asked for
   */
  OwnerWatch(Time time, Duration goneAfter, Predicate<UUID> underWay) {
    this.time = time;
    this.goneAfter = goneAfter;
    this.underWay = underWay;
    this.lastLook = time.measured();
  }

  /** The runs whose owners have not moved for too long. */
  List<Lease> orphans(Beats beats) {
    if (wasBlind()) {
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

  /** Our own runs that nobody works on, for the second look in a row. */
  List<Lease> neglected(Beats beats) {
    Set<Lease> before = idle;
    idle =
        beats.own().stream()
            .map(Held::lease)
            .filter(lease -> !underWay.test(lease.runId()))
            .collect(Collectors.toSet());
    return idle.stream().filter(before::contains).toList();
  }

  private Sighting sighting(OwnedRun run) {
    Sighting before = sightings.get(run.lease().plannerId());
    if (before != null && before.beat() == run.beat()) {
      return before;
    }
    return new Sighting(run.beat(), time.measured());
  }

  private boolean isGone(@Nullable Sighting owner) {
    return owner != null && isTooLong(owner.since());
  }

  private boolean wasBlind() {
    return time.millisSince(lastLook) >= goneAfter.toMillis() * 3 / 5;
  }

  private boolean isTooLong(long since) {
    return time.millisSince(since) >= goneAfter.toMillis();
  }

  /** Begins to watch anew. */
  private void forget() {
    sightings = new HashMap<>();
    idle = Set.of();
  }
}
