package notjarvis.run;

import java.time.Duration;
import notjarvis.bus.Channel;
import notjarvis.bus.Topic;

/** The addresses at which runs are started and followed. */
public final class Runs {
  public static final Channel<StartRun, RunAccepted> START =
      new Channel<>("run.start", StartRun.class, RunAccepted.class, Duration.ofSeconds(15));

  /** Answered by any planner; {@link Channel#of} its name by that one alone, until it has ended. */
  public static final Channel<CheckPlanner, PlannerHealth> HEALTH =
      new Channel<>("run.health", CheckPlanner.class, PlannerHealth.class, Duration.ofSeconds(2));

  /** The words of all runs; who follows some keeps those. */
  public static final Topic<LiveWords> WORDS = new Topic<>("run.words", LiveWords.class);

  private Runs() {}
}
