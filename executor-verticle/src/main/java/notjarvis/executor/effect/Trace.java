package notjarvis.executor.effect;

import java.util.Map;
import notjarvis.action.Action;
import notjarvis.action.Observation;
import org.jspecify.annotations.Nullable;

/**
 * What this host knows of an action.
 *
 * @param id of the action
 * @param order what was asked for; null when it was called off before anybody asked
 * @param outcome what came of it; null from when it was begun until it has ended
 */
public record Trace(String id, @Nullable Order order, @Nullable Observation outcome) {

  /** What an action id stands for: another order under the same id is another action. */
  public record Order(String name, Map<String, Object> arguments) {
    static Order of(Action action) {
      return new Order(action.name(), action.arguments());
    }
  }

  static Trace begun(Action action) {
    return new Trace(action.id(), Order.of(action), null);
  }

  static Trace ended(Action action, Observation outcome) {
    return new Trace(action.id(), Order.of(action), outcome);
  }

  static Trace calledOff(String id, Observation outcome) {
    return new Trace(id, null, outcome);
  }

  /** Whether this is the trace of another action under the same id. */
  boolean isOfAnother(Action action) {
    return order != null && !order.equals(Order.of(action));
  }
}
