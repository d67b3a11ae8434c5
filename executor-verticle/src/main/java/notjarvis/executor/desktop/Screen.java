package notjarvis.executor.desktop;

import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import java.util.function.Function;
import notjarvis.action.Observation;

/** Where desktop work is done: off the event loop, and only if there is a screen. */
final class Screen {
  private final WorkerExecutor workers;
  private final Desktop desktop;

  Screen(WorkerExecutor workers, Desktop desktop) {
    this.workers = workers;
    this.desktop = desktop;
  }

  Future<Observation> use(Function<Desktop, Observation> work) {
    return workers.executeBlocking(() -> onScreen(work), false);
  }

  private Observation onScreen(Function<Desktop, Observation> work) {
    return desktop.obstacle().map(Observation::failed).orElseGet(() -> work.apply(desktop));
  }
}
