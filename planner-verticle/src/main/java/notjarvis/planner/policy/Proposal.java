package notjarvis.planner.policy;

import java.util.Map;
import java.util.Optional;
import notjarvis.action.Action;
import notjarvis.action.ActionSpec;
import notjarvis.journal.ThreadState;

/**
 * An action that a brain wants to have carried out.
 *
 * @param spec what the action declares of itself
 * @param action exactly what would be done, its web addresses resolved
 * @param goal the person's own words
 * @param thread what the thread has found and opened so far
 */
public record Proposal(ActionSpec spec, Action action, String goal, ThreadState thread) {

  Optional<String> text(String parameter) {
    return Optional.ofNullable(arguments().get(parameter)).map(String::valueOf);
  }

  Map<String, Object> arguments() {
    return action.arguments();
  }
}
