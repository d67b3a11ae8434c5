package notjarvis.planner.run;

import java.util.List;
import java.util.Optional;
import notjarvis.action.Action;
import notjarvis.action.Effect;
import notjarvis.action.Observation;
import notjarvis.action.Observation.Status;
import notjarvis.journal.RunState;
import notjarvis.journal.Step;
import org.jspecify.annotations.Nullable;

/** Notices that an action was done already in the same run. */
final class Repeats {
  private static final int OFTEN_ENOUGH = 2;

  private Repeats() {}

  /** Why the action should not be carried out once more, if so. */
  static Optional<String> objection(RunState run, Action action) {
    List<Step> carriedOut =
        run.executorMemory().stream().filter(step -> step.refusal() == null).toList();
    Deed deed = Deed.of(action);
    List<Step> same =
        carriedOut.stream().filter(step -> Deed.of(step.action()).equals(deed)).toList();
    if (same.isEmpty()) {
      return Optional.empty();
    }
    boolean uncertain = same.stream().anyMatch(step -> status(step) == Status.UNKNOWN);
    if (uncertain && action.effect() == Effect.IRREVERSIBLE) {
      return Optional.of(already("may have been done", last(same)));
    }
    boolean justDone =
        last(same).step() == last(carriedOut).step() && status(last(same)) != Status.FAILED;
    if (justDone || same.size() >= OFTEN_ENOUGH) {
      boolean failed = status(last(same)) == Status.FAILED;
      return Optional.of(already(failed ? "failed" : "was done", last(same)));
    }
    return Optional.empty();
  }

  private static String already(String what, Step step) {
    return "That " + what + " already in step " + step.step() + "; doing it again is no help.";
  }

  private static Step last(List<Step> steps) {
    return steps.get(steps.size() - 1);
  }

  /** What was started and has no observation may have happened. */
  private static Status status(Step step) {
    @Nullable Observation seen = step.observation();
    return seen == null ? Status.UNKNOWN : seen.status();
  }
}
