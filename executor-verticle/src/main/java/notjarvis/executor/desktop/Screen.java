package notjarvis.executor.desktop;

import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Function;
import notjarvis.action.Observation;

/** Where desktop work is done: off the event loop, and only if there is a screen. */
final class Screen {
  /**
   * How long work may wait for a worker. Whoever ordered it waits half as long again: what begins
   * later would surprise a person who has been told that it did not come about.
   */
  static final Duration LATEST_START = Duration.ofSeconds(20);

  private final WorkerExecutor workers;
  private final Desktop desktop;
  private final Clock clock;

  Screen(WorkerExecutor workers, Desktop desktop, Clock clock) {
    this.workers = workers;
    this.desktop = desktop;
    this.clock = clock;
  }

  Future<Observation> use(Function<Desktop, Observation> work) {
    return use((desktop, latestStart) -> work.apply(desktop));
  }

  /** Hands the deadline on to work that begins several things, one after the other. */
  Future<Observation> use(BiFunction<Desktop, Deadline, Observation> work) {
    Deadline latestStart = Deadline.in(LATEST_START, clock);
    return workers.executeBlocking(() -> inTime(work, latestStart), false);
  }

  private Observation inTime(BiFunction<Desktop, Deadline, Observation> work, Deadline latest) {
    return latest.hasPassed()
        ? Observation.failed(
            "That was not started, because the desktop was busy with other work for more than "
                + LATEST_START.toSeconds()
                + " seconds. Ask again.")
        : onScreen(it -> work.apply(it, latest));
  }

  private Observation onScreen(Function<Desktop, Observation> work) {
    return desktop.obstacle().map(Observation::failed).orElseGet(() -> work.apply(desktop));
  }
}
