package notjarvis.action;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an executor is asked to do: exact and complete, as it is journaled before it happens.
 *
 * @param id {@code run:step}; the same id always means the same doing
 * @param name the action's own name, never an alias
 * @param arguments by parameter name; strings, whole numbers and booleans
 * @param effect as the action declared it
 */
public record Action(String id, String name, Map<String, Object> arguments, Effect effect) {
  public Action {
    arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
  }

  /** Whether the other one would do the same again. */
  public boolean isSameAs(Action other) {
    return name.equals(other.name) && arguments.equals(other.arguments);
  }
}
