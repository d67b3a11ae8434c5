package notjarvis.planner;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What happens at the named points of a run: whatever the test says, once. A planner can die there;
 * nothing that a dead one asks is done or answered, which is all that anybody else sees of a death.
 */
final class Fates {
  /** All points of a run that searches, opens and answers, in their order. */
  static final List<String> POINTS =
      List.of(
          "after accept",
          "before 1/planner",
          "after 1/planner",
          "before order 1",
          "after order 1",
          "before 1/executor",
          "after 1/executor",
          "before 2/planner",
          "after 2/planner",
          "before order 2",
          "permission 2",
          "after order 2",
          "before 2/executor",
          "after 2/executor",
          "before 3/reception",
          "after 3/reception");

  private final Set<String> dead = ConcurrentHashMap.newKeySet();
  private final Set<String> reached = ConcurrentHashMap.newKeySet();
  private final Map<String, Consumer<String>> events = new ConcurrentHashMap<>();

  /** Whoever comes to this point first dies there. */
  void dieAt(String point) {
    at(point, this::kill);
  }

  /** When a planner comes to this point, this happens to it. */
  void at(String point, Consumer<String> event) {
    events.put(point, event);
  }

  void kill(String planner) {
    dead.add(planner);
  }

  boolean isDead(String planner) {
    return dead.contains(planner);
  }

  /** Whether what was to happen at a point has happened. */
  boolean hasStruck(String point) {
    return reached.contains(point);
  }

  /** A planner comes to this point; whether it is dead after that. */
  boolean strikes(String planner, String point) {
    Consumer<String> event = isDead(planner) ? null : events.remove(point);
    if (event != null) {
      reached.add(point);
      event.accept(planner);
    }
    return isDead(planner);
  }

  /** What it asks is done, unless it dies before; it learns of it, unless it dies after. */
  <T> Future<T> asks(String planner, String point, Supplier<Future<T>> question) {
    if (strikes(planner, "before " + point)) {
      return Promise.<T>promise().future();
    }
    return question.get().compose(answer -> learns(planner, "after " + point, answer));
  }

  private <T> Future<T> learns(String planner, String point, T answer) {
    return strikes(planner, point) ? Promise.<T>promise().future() : Future.succeededFuture(answer);
  }
}
