package notjarvis.journal;

import notjarvis.action.Action;
import notjarvis.action.Observation;
import org.jspecify.annotations.Nullable;

/**
 * One round of a run as the executor's memory keeps it.
 *
 * @param step from 1
 * @param executor the instance that it is meant for; null when it was refused
 * @param observation what came of it; null while it is being carried out, or when it was refused
 * @param refusal why it was not carried out; null when it was
 */
public record Step(
    int step,
    String say,
    Action action,
    @Nullable String executor,
    @Nullable Observation observation,
    @Nullable String refusal) {
  /** A round of which it does not matter who carries it out. */
  public Step(
      int step,
      String say,
      Action action,
      @Nullable Observation observation,
      @Nullable String refusal) {
    this(step, say, action, null, observation, refusal);
  }

  Step observed(Observation seen) {
    return new Step(step, say, action, executor, seen, refusal);
  }

  /** Whether it is to be carried out, or was and nobody saw what came of it. */
  public boolean isOpen() {
    return observation == null && refusal == null;
  }

  /** Whether it was carried out and went well. */
  public boolean succeeded() {
    return observation != null && observation.succeeded();
  }
}
