package notjarvis.planner.run;

import java.time.Duration;

/**
 * How fast a planner works and how long it waits.
 *
 * @param beat how often it says that it is alive
 * @param ownerGone how long an owner may be still before its runs are taken over
 * @param firstRetry how long to wait before asking again what had no answer
 * @param longestRetry the most that this wait grows to
 * @param executorGone how long an executor may be silent before it is forgotten; executors announce
 *     themselves every second
 * @param decision how long a decision may take; the brains' own deadlines are shorter
 * @param grace how long runs may go on when the planner stops
 */
public record Pace(
    Duration beat,
    Duration ownerGone,
    Duration firstRetry,
    Duration longestRetry,
    Duration executorGone,
    Duration decision,
    Duration grace) {
  public static final Pace REAL =
      new Pace(
          Duration.ofSeconds(1),
          Duration.ofSeconds(3),
          Duration.ofMillis(100),
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          Duration.ofMinutes(2),
          Duration.ofSeconds(5));
}
