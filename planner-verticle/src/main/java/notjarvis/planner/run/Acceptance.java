package notjarvis.planner.run;

import java.util.function.Consumer;
import notjarvis.journal.Claim;
import notjarvis.journal.GoalAccepted;
import notjarvis.run.Cursor;
import notjarvis.run.RunAccepted;

/**
 * What is done about a goal that is durable, and told to whoever gave it.
 *
 * @param begin has a run worked on that is ours
 */
record Acceptance(Consumer<Claim> begin) implements GoalAccepted.Cases<RunAccepted> {
  @Override
  public RunAccepted claimed(GoalAccepted.Claimed answer) {
    begin.accept(answer.claim());
    return told(answer, false);
  }

  @Override
  public RunAccepted waiting(GoalAccepted.Waiting answer) {
    return told(answer, true);
  }

  @Override
  public RunAccepted underWay(GoalAccepted.UnderWay answer) {
    return told(answer, false);
  }

  @Override
  public RunAccepted over(GoalAccepted.Over answer) {
    return told(answer, false);
  }

  private static RunAccepted told(GoalAccepted answer, boolean queued) {
    return new RunAccepted(Cursor.of(answer.checkpointId()), queued);
  }
}
