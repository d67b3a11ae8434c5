package notjarvis.planner.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import notjarvis.action.Action;
import notjarvis.action.ActionSpec;
import notjarvis.journal.RunState;
import notjarvis.journal.Said;
import notjarvis.journal.Step;
import notjarvis.journal.ThreadState;

/**
 * An action that a brain wants to have carried out.
 *
 * @param spec what the action declares of itself
 * @param action exactly what would be done, its web addresses resolved
 * @param run what the person wants; in the eyes of a rule its goal is the words at hand
 * @param thread what the thread has found and opened so far
 */
public record Proposal(ActionSpec spec, Action action, RunState run, ThreadState thread) {
  /** The same for each thing that the person said to this run, as if it were its goal. */
  List<Proposal> latestWordsFirst() {
    List<Proposal> all = new ArrayList<>(List.of(this));
    run.said().steers().forEach(steer -> all.add(since(steer)));
    Collections.reverse(all);
    return all;
  }

  private Proposal since(Said.Steer steer) {
    List<Step> steps =
        run.executorMemory().stream().filter(step -> step.step() > steer.afterStep()).toList();
    RunState heard =
        new RunState(run.runId(), steer.words(), steer.known(), run.loopCount(), steps, run.said());
    return new Proposal(spec, action, heard, thread);
  }

  /** The person's own words. */
  String words() {
    return run.goal();
  }

  Optional<String> text(String parameter) {
    return Optional.ofNullable(arguments().get(parameter)).map(String::valueOf);
  }

  Map<String, Object> arguments() {
    return action.arguments();
  }
}
