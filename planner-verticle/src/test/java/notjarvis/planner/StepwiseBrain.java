package notjarvis.planner;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import notjarvis.planner.brain.Brain;
import notjarvis.planner.brain.Decision;
import notjarvis.planner.brain.Situation;
import notjarvis.planner.brain.Thought;
import notjarvis.planner.brain.Words;

/** Decides by what it sees alone, so that two of them decide the same. */
record StepwiseBrain(Function<Situation, Decision> rule, List<Situation> seen) implements Brain {
  StepwiseBrain(Function<Situation, Decision> rule) {
    this(rule, new CopyOnWriteArrayList<>());
  }

  /** Takes these decisions one after the other, whatever comes of them. */
  static StepwiseBrain of(Decision... decisions) {
    return new StepwiseBrain(situation -> decisions[situation.run().executorMemory().size()]);
  }

  @Override
  public String name() {
    return "stepwise";
  }

  @Override
  public Future<Optional<Thought>> decide(Situation situation, Words words, Future<Void> unwanted) {
    seen.add(situation);
    return Future.succeededFuture(Optional.of(Thought.free(rule.apply(situation), name())));
  }
}
