package notjarvis.executor.effect;

import io.vertx.core.Future;
import notjarvis.action.ExecuteAction;

/** Asks whoever ordered an action, right before it begins, whether it is still wanted. */
@FunctionalInterface
public interface Permits {

  /** True only if it is; a failed future means that nobody could be asked. */
  Future<Boolean> isStillWanted(ExecuteAction order);
}
