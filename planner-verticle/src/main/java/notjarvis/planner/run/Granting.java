package notjarvis.planner.run;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Optional;
import notjarvis.action.ActionSpec;
import notjarvis.journal.Approval;

/** Checks an action once more that the person has allowed, with the executor that is to do it. */
final class Granting {
  private final Vertx vertx;
  private final Time time;
  private final Pace pace;
  private final ExecutorDirectory executors;
  private final ActionResolver resolver;

  Granting(
      Vertx vertx, Time time, Pace pace, ExecutorDirectory executors, ActionResolver resolver) {
    this.vertx = vertx;
    this.time = time;
    this.pace = pace;
    this.executors = executors;
    this.resolver = resolver;
  }

  /** What becomes of it. The executor may need a moment to be heard of. */
  Future<Resolution> resolve(Round round, Approval approval) {
    return offer(approval, time.measured()).map(spec -> resolver.granted(round, approval, spec));
  }

  private Future<Optional<ActionSpec>> offer(Approval approval, long since) {
    Optional<ActionSpec> spec = executors.offer(approval.executor(), approval.action().name());
    boolean over = time.millisSince(since) >= pace.executors().back().toMillis();
    return spec.isPresent() || over
        ? Future.succeededFuture(spec)
        : vertx.timer(pace.firstRetry().toMillis()).transform(later -> offer(approval, since));
  }
}
