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

/** Notices that an action was done, or asked for, already in the same run. */
final class Repeats {
  private static final int OFTEN_ENOUGH = 2;

  private Repeats() {}

  /** Why the action should not be carried out once more, if so. New words are a new wish. */
  static Optional<String> objection(RunState run, Action action) {
    List<Step> carriedOut = carriedOut(run.sinceLastWords());
    List<Step> same = alike(carriedOut, action);
    if (same.isEmpty()) {
      return Optional.empty();
    }
    Status came = status(last(same));
    boolean justDone = last(same).step() == last(carriedOut).step() && came != Status.FAILED;
    boolean askedFor = came == Status.UNKNOWN && action.effect() == Effect.IRREVERSIBLE;
    if ((justDone && !askedFor) || same.size() >= OFTEN_ENOUGH) {
      String told = "That " + inWords(came) + " already in step " + last(same).step();
      return Optional.of(told + "; doing it again is no help.");
    }
    return Optional.empty();
  }

  /** Why the person has to say yes to the same again, if so: it may have happened. */
  static Optional<String> doubt(RunState run, Action action) {
    if (action.effect() != Effect.IRREVERSIBLE) {
      return Optional.empty();
    }
    return alike(carriedOut(run), action).stream()
        .filter(step -> status(step) == Status.UNKNOWN)
        .reduce((earlier, later) -> later)
        .map(step -> "It may have been done already in step " + step.step() + ".");
  }

  /** What it was refused with when the person was asked for it and did not say yes. */
  static Optional<String> missingYes(RunState run, Action action) {
    return alike(run.sinceLastWords().executorMemory(), action).stream()
        .map(Step::refusal)
        .filter(Answers::isNoYes)
        .findFirst();
  }

  private static List<Step> carriedOut(RunState run) {
    return run.executorMemory().stream().filter(step -> step.refusal() == null).toList();
  }

  private static List<Step> alike(List<Step> steps, Action action) {
    Deed deed = Deed.of(action);
    return steps.stream().filter(step -> Deed.of(step.action()).equals(deed)).toList();
  }

  private static String inWords(Status came) {
    return switch (came) {
      case OK -> "was done";
      case FAILED -> "failed";
      case UNKNOWN -> "may have been done";
    };
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
