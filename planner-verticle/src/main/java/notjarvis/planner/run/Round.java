package notjarvis.planner.run;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import notjarvis.action.Observation;
import notjarvis.journal.Approval;
import notjarvis.journal.Checkpoint;
import notjarvis.journal.Claim;
import notjarvis.journal.Entry.ActionPlanned;
import notjarvis.journal.Lease;
import notjarvis.journal.Node;
import notjarvis.journal.RunState;
import notjarvis.journal.Step;
import notjarvis.journal.ThreadState;
import notjarvis.journal.Verdict;

/**
 * A run between two decisions.
 *
 * @param lease the right to write it
 * @param thread what its thread amounts to, all that was journaled applied
 * @param run the run's own part of that
 * @param planned the newest step that was planned here; 0 when all were planned elsewhere
 * @param heard the newest checkpoint of what the person said to the run since its goal, as far as
 *     it is known here; 0 for none
 * @param aside what is known here alone
 */
record Round(Lease lease, ThreadState thread, RunState run, int planned, long heard, Aside aside) {
  /**
   * An action that was planned and of which nothing was observed.
   *
   * @param byOther whether another planner may have ordered it before
   */
  record Begun(Step step, boolean byOther) {}

  /** Where a claimed run stands. */
  static Round of(Claim claim) {
    return of(claim, Aside.NOTHING);
  }

  private static Round of(Claim claim, Aside aside) {
    long heard =
        claim.tail().stream()
            .filter(each -> each.runId().equals(claim.lease().runId()))
            .mapToLong(Round::said)
            .max()
            .orElse(0);
    return of(claim.lease(), claim.state(), 0, heard, aside);
  }

  /** The number of a checkpoint that the person made; 0 for any other. */
  private static long said(Checkpoint checkpoint) {
    return checkpoint.entry().node() == Node.CONTROL ? checkpoint.checkpointId() : 0;
  }

  private static Round of(Lease lease, ThreadState thread, int planned, long heard, Aside aside) {
    RunState run = thread.run();
    if (run == null || !run.runId().equals(lease.runId())) {
      throw new IllegalStateException("the state of a claim has to hold its own run");
    }
    return new Round(lease, thread, run, planned, heard, aside);
  }

  /** The same run as the journal has it now. */
  Round again(Claim claim) {
    return of(claim, aside);
  }

  /** After one more checkpoint of this run. */
  Round after(Checkpoint checkpoint) {
    int ours = checkpoint.entry() instanceof ActionPlanned entry ? entry.step() : planned;
    long said = Math.max(heard, said(checkpoint));
    return of(lease, thread.after(checkpoint), ours, said, Aside.NOTHING);
  }

  /** After what the person said meanwhile, when a decision was dropped for it. */
  Round after(List<Checkpoint> controls) {
    Round round = this;
    for (Checkpoint control : controls) {
      round = round.after(control);
    }
    return round;
  }

  /** The same, that is known to hold what was said up to this checkpoint. */
  Round upTo(long checkpoint) {
    return new Round(lease, thread, run, planned, Math.max(heard, checkpoint), aside);
  }

  /** The same, with something else kept aside. */
  Round with(Aside kept) {
    return new Round(lease, thread, run, planned, heard, kept);
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

  /** The controls that are known of. */
  int controls() {
    return run.said().controls();
  }

  boolean isCancelled() {
    return run.said().cancelled();
  }

  /** The action that has to be seen through before anything else. */
  Optional<Begun> begun() {
    return run.executorMemory().stream()
        .filter(Step::isOpen)
        .findFirst()
        .map(step -> new Begun(step, step.step() != planned));
  }

  /** The approval that has its answer and is the next step; one that was superseded is none. */
  Optional<Approval> answered() {
    return Optional.ofNullable(run.said().approval())
        .filter(asked -> asked.verdict() != null && asked.verdict() != Verdict.SUPERSEDED);
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
