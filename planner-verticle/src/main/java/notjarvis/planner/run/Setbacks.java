package notjarvis.planner.run;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The runs that could not be worked on here. One that fails again and again is left alone for a
 * while, longer each time: else it would be claimed with every beat without end.
 */
final class Setbacks {
  /** So often a run is tried again at once. */
  private static final int AT_ONCE = 3;

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
  private static final int MOST_RUNS = 1_000;

  private final Time time;
  private final Map<UUID, Setback> known = new LinkedHashMap<>();

  /** How often a run failed in a row, and how long it is left alone from then on. */
  private record Setback(int times, long since, Duration pause) {}

  Setbacks(Time time) {
    this.time = time;
  }

  /** One more for this run; tells whether it is the first in a row. */
  boolean add(UUID runId) {
    Setback before = known.remove(runId);
    int times = before == null ? 1 : before.times() + 1;
    if (known.size() == MOST_RUNS) {
      known.remove(known.keySet().iterator().next());
    }
    known.put(runId, new Setback(times, time.measured(), pause(times)));
    return before == null;
  }

  private static Duration pause(int times) {
    if (times < AT_ONCE) {
      return Duration.ZERO;
    }
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(times - AT_ONCE, 16));
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  /** Whether the run is left alone now. */
  boolean pauses(UUID runId) {
    Setback last = known.get(runId);
    return last != null && time.millisSince(last.since()) < last.pause().toMillis();
  }

  /** It could be worked on. */
  void forget(UUID runId) {
    known.remove(runId);
  }
}
