package notjarvis.journal;

import notjarvis.action.Action;
import notjarvis.action.Observation;
import org.jspecify.annotations.Nullable;

/**
 * One round of a run as the executor's memory keeps it.
 *
 * @param step from 1
 * @param observation what came of it; null while it is being carried out, or when it was refused
 * @param refusal why it was not carried out; null when it was
 */
public record Step(
    int step,
    String say,
    Action action,
    @Nullable Observation observation,
    @Nullable String refusal) {
  Step observed(Observation seen) {
    return new Step(step, say, action, seen, refusal);
  }

  /** Whether it was carried out and went well. */
  public boolean succeeded() {
    return observation != null && observation.succeeded();
  }
}
