package notjarvis.planner.run;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;
import notjarvis.failure.Failure;
import notjarvis.failure.FailureCode;
import notjarvis.planner.brain.Brain;
import notjarvis.planner.brain.Situation;
import notjarvis.planner.brain.Thought;
import notjarvis.planner.brain.Words;

/**
 * Has a brain decide, whatever that brain is like: one that throws fails, one that never ends is
 * too late, and its answer comes back on the context of the loop.
 */
final class Deliberation {
  private final Vertx vertx;
  private final Context context;
  private final Brain brain;
  private final Duration limit;

  /**
   * To be made on the context of the loop.
   *
   * @param limit for one decision; the brains' own deadlines are shorter
   */
  Deliberation(Vertx vertx, Brain brain, Duration limit) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.brain = brain;
    this.limit = limit;
  }

  /**
   * The decision; empty when no brain knows what to do, and at once when it is not wanted any more.
   */
  Future<Optional<Thought>> decide(Situation situation, Words words, Future<Void> unwanted) {
    Promise<Optional<Thought>> promise = Promise.promise();
    unwanted.onComplete(over -> promise.tryComplete(Optional.empty()));
    long timer = vertx.setTimer(limit.toMillis(), late -> promise.tryFail(tooLate()));
    Future.succeededFuture(situation)
        .compose(given -> brain.decide(given, words, unwanted))
        .onComplete(thought -> context.runOnContext(back -> complete(promise, thought, timer)));
    return promise.future();
  }

  private void complete(
      Promise<Optional<Thought>> promise, AsyncResult<Optional<Thought>> thought, long timer) {
    vertx.cancelTimer(timer);
    if (thought.succeeded()) {
      promise.tryComplete(thought.result());
    } else {
      promise.tryFail(thought.cause());
    }
  }

  private static Failure tooLate() {
    return new Failure(FailureCode.TIMEOUT, "No decision came in time; try again.");
  }
}
