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

  static Progress pictured(Observation seen) {
    String file = seen.file();
    return Progress.Over.well(
        file == null ? told(seen) : "Took a screenshot and saved it as " + file + ".");
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
