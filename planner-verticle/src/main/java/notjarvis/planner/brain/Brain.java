package notjarvis.planner.brain;

import io.vertx.core.Future;
import java.util.Optional;

/** Makes decisions, one at a time. */
public interface Brain {

  /** The name under which its decisions are journaled, such as {@code intents} or a model's id. */
  String name();

  /**
   * Decides what to do next.
   *
   * @param situation all that it may know
   * @param words takes the message for the person while it is being written
   * @param unwanted completes when nobody waits for the decision any more: what is under way for it
   *     ends then, and whatever is decided after that is not heeded
   * @return the decision; empty when this brain does not know what to do here and another may; a
   *     brain that cannot decide gives up, and only a defect fails the future
   */
  Future<Optional<Thought>> decide(Situation situation, Words words, Future<Void> unwanted);

  /** Lets go of what it holds, such as connections. */
  default Future<Void> close() {
    return Future.succeededFuture();
  }
}
