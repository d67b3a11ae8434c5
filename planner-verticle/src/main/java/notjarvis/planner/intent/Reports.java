package notjarvis.planner.intent;

import java.util.Optional;
import notjarvis.action.Observation;
import notjarvis.journal.Step;

/** What there is to tell of a step that was taken. */
final class Reports {
  private Reports() {}

  static Progress ran(Request app, Step step) {
    return success(step)
        .<Progress>map(seen -> Progress.Over.well(told(seen)))
        .orElseGet(() -> app.unfinished(step));
  }

  /** What there is only one of is told in the executor's words: they say why. */
  static Progress pictured(Observation seen) {
    boolean copied = seen.blob() != null;
    return Progress.Over.well(
        copied ? "Took a screenshot and saved it as " + seen.file() + "." : told(seen));
  }

  static String told(Observation seen) {
    return Phrases.sentence(seen.text());
  }

  static Optional<Observation> success(Step step) {
    return Optional.ofNullable(step.observation()).filter(Observation::succeeded);
  }

  static Optional<Observation> failure(Step step) {
    return Optional.ofNullable(step.observation())
        .filter(seen -> seen.status() == Observation.Status.FAILED);
  }
}
