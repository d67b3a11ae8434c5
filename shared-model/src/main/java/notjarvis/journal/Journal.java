package notjarvis.journal;

import java.time.Duration;
import notjarvis.bus.Channel;
import notjarvis.bus.Topic;

/** The addresses at which persistence is reached. */
public final class Journal {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  public static final Channel<AcceptGoal, GoalAccepted> ACCEPT =
      new Channel<>("journal.accept", AcceptGoal.class, GoalAccepted.class, PATIENCE);

  public static final Channel<ClaimRun, RunClaimed> CLAIM =
      new Channel<>("journal.claim", ClaimRun.class, RunClaimed.class, PATIENCE);

  public static final Channel<Append, Appended> APPEND =
      new Channel<>("journal.append", Append.class, Appended.class, PATIENCE);

  public static final Channel<ReleaseRun, Released> RELEASE =
      new Channel<>("journal.release", ReleaseRun.class, Released.class, Duration.ofSeconds(2));

  /** Told after each commit that concerns a run. */
  public static final Topic<Committed> COMMITTED =
      new Topic<>("journal.committed", Committed.class);

  public static final Channel<Beat, Beats> BEAT =
      new Channel<>("journal.beat", Beat.class, Beats.class, Duration.ofSeconds(2));

  public static final Channel<CheckHealth, Health> HEALTH =
      new Channel<>("journal.health", CheckHealth.class, Health.class, Duration.ofSeconds(3));

  private Journal() {}
}
