package notjarvis.journal;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the person said to a run that was under way.
 *
 * @param steers new words, oldest first
 * @param controls how many times anything was said: steers, a cancel, answers to approvals
 * @param cancelled whether the run is to stop
 * @param approval the action that waits for a yes, or has its answer and is the next step; else
 *     null
 */
public record Said(
    List<Steer> steers, int controls, boolean cancelled, @Nullable Approval approval) {
  /** Nothing was said yet. */
  public static final Said NOTHING = new Said(List.of(), 0, false, null);

  public Said {
    steers = List.copyOf(steers);
  }

  /**
   * New words for a run.
   *
   * @param known what the thread knew when they were said; they refer to that
   * @param afterStep how many rounds had begun by then
   */
  public record Steer(String words, Known known, int afterStep) {}

  Said steered(Steer steer) {
    List<Steer> all = Stream.concat(steers.stream(), Stream.of(steer)).toList();
    return new Said(all, controls + 1, cancelled, approval);
  }

  Said cancelling() {
    return new Said(steers, controls + 1, true, approval);
  }

  Said asking(@Nullable Approval asked) {
    return new Said(steers, controls, cancelled, asked);
  }

  /** An answer counts once, and only for the approval that is open. */
  Said answered(UUID approvalId, Verdict verdict) {
    Approval answered = approval;
    if (answered != null && answered.waitsFor(approvalId)) {
      answered = answered.answered(verdict);
    }
    return new Said(steers, controls + 1, cancelled, answered);
  }
}
