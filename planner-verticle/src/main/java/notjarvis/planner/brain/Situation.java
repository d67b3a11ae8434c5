package notjarvis.planner.brain;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import notjarvis.action.ActionSpec;
import notjarvis.journal.RunState;
import notjarvis.journal.ThreadState;

/**
 * All that a brain may know when it decides.
 *
 * @param thread the conversation; its last user message is the goal, or what was said to it since
 * @param run the run at hand, with what its steps came to
 * @param catalogue the actions that can be carried out right now
 * @param stepsLeft how many more actions this run may take
 * @param now the time where the person is
 */
public record Situation(
    ThreadState thread,
    RunState run,
    List<ActionSpec> catalogue,
    int stepsLeft,
    ZonedDateTime now) {
  public Situation {
    catalogue = List.copyOf(catalogue);
  }

  /** The same, as if the last thing that the person said to the run were its goal. */
  public Situation sinceLastWords() {
    return new Situation(thread, run.sinceLastWords(), catalogue, stepsLeft, now);
  }

  /** The action that answers to this name, if it can be carried out right now. */
  public Optional<ActionSpec> action(String called) {
    return catalogue.stream().filter(spec -> spec.isCalled(called)).findFirst();
  }
}
