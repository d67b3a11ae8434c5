package notjarvis.planner.run;

import java.util.function.Consumer;
import notjarvis.journal.Claim;
import notjarvis.journal.GoalAccepted;
import notjarvis.run.Cursor;
import notjarvis.run.RunAccepted;
import notjarvis.run.RunAccepted.Reception;

/**
 * What is done about a goal that is durable, and told to whoever gave it.
 *
 * @param begin has a run worked on that is ours
 */
record Acceptance(Consumer<Claim> begin) implements GoalAccepted.Cases<RunAccepted> {
  @Override
  public RunAccepted claimed(GoalAccepted.Claimed answer) {
    begin.accept(answer.claim());
    return told(answer, Reception.BEGUN);
  }

  @Override
  public RunAccepted waiting(GoalAccepted.Waiting answer) {
    return told(answer, Reception.QUEUED);
  }

  @Override
  public RunAccepted steered(GoalAccepted.Steered answer) {
    return told(answer, Reception.STEERED);
  }

  @Override
  public RunAccepted known(GoalAccepted.Known answer) {
    return told(answer, Reception.KNOWN);
  }

  private static RunAccepted told(GoalAccepted answer, Reception reception) {
    return new RunAccepted(answer.runId(), Cursor.of(answer.checkpointId()), reception);
  }
}
