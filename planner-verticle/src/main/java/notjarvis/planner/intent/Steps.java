package notjarvis.planner.intent;

import java.util.Iterator;
import java.util.Optional;
import java.util.function.Function;
import notjarvis.journal.Step;
import notjarvis.planner.brain.Situation;

/**
 * The steps of a run, dealt out to the wishes in their order: what a wish asked for before is not
 * asked for again, it gets what came of it.
 */
final class Steps {
  private final Situation situation;
  private final Iterator<Step> steps;
  private Optional<Step> next;
  private boolean astray;

  Steps(Situation situation) {
    this.situation = situation;
    this.steps = situation.run().executorMemory().iterator();
    this.next = following();
  }

  /** Whether the action was taken here before, or can be taken now. */
  boolean allow(String action) {
    return next.map(step -> step.action().name().equals(action))
        .orElseGet(() -> situation.action(action).isPresent());
  }

  /** Goes on with what came of the action, or asks for it, or says why it cannot be asked for. */
  Progress take(Request request, Function<Step, Progress> after) {
    if (next.isPresent()) {
      Step taken = next.get();
      next = following();
      astray = astray || !taken.action().name().equals(request.action());
      return after.apply(taken);
    }
    if (situation.action(request.action()).isEmpty()) {
      return request.untried(Actions.missing(request.action()));
    }
    return situation.stepsLeft() > 0
        ? new Progress.Next(request.decision())
        : request.untried("That would be more steps than one goal may take.");
  }

  /** Whether the steps are not those that the wishes led to, so that somebody else took them. */
  boolean areAstray() {
    return astray || next.isPresent();
  }

  private Optional<Step> following() {
    return steps.hasNext() ? Optional.of(steps.next()) : Optional.empty();
  }
}
