package notjarvis.planner.run;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import notjarvis.action.Observation;
import notjarvis.journal.Checkpoint;
import notjarvis.journal.Claim;
import notjarvis.journal.Lease;
import notjarvis.journal.RunState;
import notjarvis.journal.Step;
import notjarvis.journal.ThreadState;
import org.jspecify.annotations.Nullable;

/**
 * A run between two decisions.
 *
 * @param lease the right to write it
 * @param thread what its thread amounts to, all that was journaled applied
 * @param run the run's own part of that
 * @param refused the last decision, if it was refused; null when it was not
 */
record Round(Lease lease, ThreadState thread, RunState run, Resolution.@Nullable Refused refused) {

  /** Where a claimed run stands. */
  static Round of(Claim claim) {
    return of(claim.lease(), claim.state());
  }

  private static Round of(Lease lease, ThreadState thread) {
    RunState run = thread.run();
    if (run == null || !run.runId().equals(lease.runId())) {
      throw new IllegalStateException("the history of a claim has to hold its own run");
    }
    return new Round(lease, thread, run, null);
  }

  UUID runId() {
    return run.runId();
  }

  /** The number of the step that is decided on next. */
  int step() {
    return run.loopCount() + 1;
  }

  /** The name of that step: the id of its action and of its message to the person. */
  String stepId() {
    return runId() + ":" + step();
  }

  /** After one more checkpoint of this run. */
  Round after(Checkpoint checkpoint) {
    return of(lease, thread.after(checkpoint));
  }

  /** The same point, reached by a refusal. */
  Round refused(Resolution.Refused decision) {
    return new Round(lease, thread, run, decision);
  }

  /** What came of a step, as the thread knows it. */
  Optional<Observation> observation(int step) {
    return run.executorMemory().stream()
        .filter(each -> each.step() == step)
        .map(Step::observation)
        .filter(Objects::nonNull)
        .findFirst();
  }
}
