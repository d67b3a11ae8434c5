package notjarvis.action;

import java.time.Duration;
import notjarvis.bus.Channel;
import notjarvis.bus.Topic;

/** The addresses at which executors are reached. */
public final class Executors {
  /** Carries out an action; always used as {@code EXECUTE.of(instance)}. */
  public static final Channel<ExecuteAction, Observation> EXECUTE =
      new Channel<>(
          "executor.execute", ExecuteAction.class, Observation.class, Duration.ofSeconds(60));

  /** Calls an action off; always used as {@code CALL_OFF.of(instance)}. */
  public static final Channel<CallOff, Observation> CALL_OFF =
      new Channel<>("executor.call-off", CallOff.class, Observation.class, Duration.ofSeconds(60));

  /** Asks whoever ordered an action; always used as {@code PERMISSION.of(planner)}. */
  public static final Channel<AskPermission, Permission> PERMISSION =
      new Channel<>(
          "planner.permission", AskPermission.class, Permission.class, Duration.ofSeconds(2));

  public static final Topic<ExecutorAnnounced> ANNOUNCED =
      new Topic<>("executor.announced", ExecutorAnnounced.class);

  public static final Topic<RollCall> ROLL_CALL = new Topic<>("executor.roll-call", RollCall.class);

  private Executors() {}
}
