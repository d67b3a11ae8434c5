package notjarvis.gateway;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import notjarvis.action.Action;
import notjarvis.action.Effect;
import notjarvis.action.Observation;
import notjarvis.journal.Approval;
import notjarvis.journal.Entry;
import notjarvis.run.Outcome;

/** What a test journals. */
public final class Entries {
  public static final UUID APPROVAL = UUID.fromString("0b8f2c1e-5d0a-4f37-9f5e-1d2c3b4a5f60");
  private static final String EXECUTOR = "desk";

  private Entries() {}

  public static Entry goal(String goal) {
    return new Entry.GoalGiven(goal);
  }

  public static Entry planned(UUID run, int step, String say) {
    return new Entry.ActionPlanned(step, say, action(run, step), EXECUTOR);
  }

  public static Entry refused(UUID run, int step, String say, String why) {
    return new Entry.ActionRefused(step, say, action(run, step), why);
  }

  public static Entry observed(int step, Observation observation) {
    return new Entry.ActionObserved(step, observation);
  }

  public static Entry asked(UUID run, int step, String say, String why) {
    return new Entry.ApprovalAsked(
        new Approval(
            APPROVAL,
            step,
            say,
            action(run, step),
            EXECUTOR,
            why,
            Instant.parse("2026-11-22T11:15:30.123Z"),
            null));
  }

  public static Entry ended(Outcome outcome, String answer) {
    return new Entry.AnswerGiven(outcome, answer);
  }

  public static Action action(UUID run, int step) {
    return new Action(run + ":" + step, "search", Map.of("query", "mit"), Effect.PURE);
  }
}
