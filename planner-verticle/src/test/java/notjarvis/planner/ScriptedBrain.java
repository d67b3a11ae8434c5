package notjarvis.planner;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import notjarvis.journal.Usage;
import notjarvis.planner.brain.Brain;
import notjarvis.planner.brain.Decision;
import notjarvis.planner.brain.Situation;
import notjarvis.planner.brain.Thought;
import notjarvis.planner.brain.Words;

/** A brain that decides as it was told, one line after the other. */
final class ScriptedBrain implements Brain {
  static final String NAME = "scripted";
  static final Usage USAGE = new Usage(12, 3, 1);

  private final Queue<BiFunction<Situation, Words, Future<Optional<Thought>>>> script =
      new ConcurrentLinkedQueue<>();
  private final List<Situation> seen = new CopyOnWriteArrayList<>();
  private final Promise<Optional<Thought>> never = Promise.promise();
  private volatile boolean closed;
  private volatile Future<Void> unwanted = Future.succeededFuture();

  ScriptedBrain then(BiFunction<Situation, Words, Future<Optional<Thought>>> line) {
    script.add(line);
    return this;
  }

  /** The next decision is made, or called off, like this. */
  ScriptedBrain thinks(BiFunction<Words, Future<Void>, Future<Optional<Thought>>> line) {
    return then((situation, words) -> line.apply(words, unwanted));
  }

  ScriptedBrain act(String say, String action, Map<String, Object> arguments) {
    return then((situation, words) -> known(new Decision.Act(say, action, arguments)));
  }

  ScriptedBrain act(String action, Map<String, Object> arguments) {
    return act("", action, arguments);
  }

  ScriptedBrain finish(String answer) {
    return then((situation, words) -> known(new Decision.Finish(answer)));
  }

  ScriptedBrain knowsNothing() {
    return then((situation, words) -> Future.succeededFuture(Optional.empty()));
  }

  ScriptedBrain thinksForEver() {
    return then((situation, words) -> never.future());
  }

  /** The end of a test, for one that would think for ever. */
  void wakeUp() {
    never.tryComplete(Optional.empty());
  }

  static Future<Optional<Thought>> known(Decision decision) {
    return Future.succeededFuture(Optional.of(new Thought(decision, NAME, USAGE)));
  }

  List<Situation> seen() {
    return seen;
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Future<Optional<Thought>> decide(Situation situation, Words words, Future<Void> unwanted) {
    seen.add(situation);
    this.unwanted = unwanted;
    BiFunction<Situation, Words, Future<Optional<Thought>>> line = script.poll();
    if (line == null) {
      throw new IllegalStateException("the script is over");
    }
    return line.apply(situation, words);
  }

  @Override
  public Future<Void> close() {
    closed = true;
    return Future.succeededFuture();
  }
}
