package notjarvis.planner.brain;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks brains one after the other until one of them knows what to do. */
public final class BrainChain implements Brain {
  private final List<Brain> brains;

  public BrainChain(List<Brain> brains) {
    this.brains = List.copyOf(brains);
  }

  @Override
  public String name() {
    return brains.stream().map(Brain::name).collect(Collectors.joining(", "));
  }

  @Override
  public Future<Optional<Thought>> decide(Situation situation, Words words, Future<Void> unwanted) {
    return ask(brains, new Question(situation, words, unwanted));
  }

  private record Question(Situation situation, Words words, Future<Void> unwanted) {
    Future<Optional<Thought>> to(Brain brain) {
      return brain.decide(situation, words, unwanted);
    }
  }

  private static Future<Optional<Thought>> ask(List<Brain> left, Question question) {
    if (left.isEmpty() || question.unwanted().isComplete()) {
      return Future.succeededFuture(Optional.empty());
    }
    return question
        .to(left.get(0))
        .compose(thought -> thought.isPresent() ? known(thought) : askNext(left, question));
  }

  private static Future<Optional<Thought>> known(Optional<Thought> thought) {
    return Future.succeededFuture(thought);
  }

  /** What a brain wrote before it came up empty is not part of the message. */
  private static Future<Optional<Thought>> askNext(List<Brain> left, Question question) {
    question.words().restart();
    return ask(left.subList(1, left.size()), question);
  }

  @Override
  public Future<Void> close() {
    return Future.join(brains.stream().map(Brain::close).toList()).mapEmpty();
  }
}
