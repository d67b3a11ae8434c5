package notjarvis.planner.run;

import java.time.Duration;
import notjarvis.action.Executors;

/**
 * How fast a planner works and how long it waits.
 *
 * @param beat how often it says that it is alive
 * @param ownerGone how long an owner may be still before its runs are taken over
 * @param firstRetry how long to wait before asking again what had no answer
 * @param longestRetry the most that this wait grows to
 * @param executors how long it waits for executors
 * @param decision how long a decision may take; the brains' own deadlines are shorter
 * @param grace how long runs may go on when the planner stops
 */
public record Pace(
    Duration beat,
    Duration ownerGone,
    Duration firstRetry,
    Duration longestRetry,
    ForExecutors executors,
    Duration decision,
    Duration grace) {
  public static final Pace REAL =
      new Pace(
          Duration.ofMillis(500),
          Duration.ofMillis(2_500),
          Duration.ofMillis(100),
          Duration.ofSeconds(2),
          ForExecutors.REAL,
          Duration.ofMinutes(2),
          Duration.ofSeconds(5));

  /**
   * How long a planner waits for executors, which announce themselves every second.
   *
   * @param rollCall how long they have to answer the first roll call before runs are taken on that
   *     were begun elsewhere
   * @param gone how long one may be silent before it is forgotten
   * @param back how long an order waits for its executor to come back
   * @param again how long an order waits before it is given again under the same id, should the
   *     executor have lost it
   * @param outcome how long an order waits for its outcome in all
   */
  public record ForExecutors(
      Duration rollCall, Duration gone, Duration back, Duration again, Duration outcome) {
    static final ForExecutors REAL =
        new ForExecutors(
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofSeconds(5),
            Executors.EXECUTE.timeout());
  }
}
