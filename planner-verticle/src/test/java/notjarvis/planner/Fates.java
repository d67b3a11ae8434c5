package notjarvis.planner;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Decides which planners die, and where. Nothing that a dead one asks is done or answered, which is
 * all that anybody else can see of a death.
 */
final class Fates {
  private final Set<String> dead = ConcurrentHashMap.newKeySet();
  private volatile String next = "";

  /** Whoever comes to this point first dies there. */
  void dieAt(String point) {
    next = point;
  }

  void kill(String planner) {
    dead.add(planner);
  }

  boolean isDead(String planner) {
    return dead.contains(planner);
  }

  boolean hasStruck() {
    return !dead.isEmpty();
  }

  /** A planner comes to this point; whether it is dead after that. */
  boolean strikes(String planner, String point) {
    if (next.equals(point)) {
      next = "";
      dead.add(planner);
    }
    return isDead(planner);
  }

  /** What it asks is done, unless it dies before; it learns of it, unless it dies after. */
  <T> Future<T> asks(String planner, String point, Supplier<Future<T>> question) {
    if (strikes(planner, "before " + point)) {
      return Promise.<T>promise().future();
    }
    Future<T> answer = question.get();
    return strikes(planner, "after " + point) ? Promise.<T>promise().future() : answer;
  }
}
