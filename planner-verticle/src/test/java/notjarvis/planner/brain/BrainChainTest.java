package notjarvis.planner.brain;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import notjarvis.failure.Failure;
import notjarvis.journal.Known;
import notjarvis.journal.RunState;
import notjarvis.journal.ThreadState;
import org.junit.jupiter.api.Test;

class BrainChainTest {
  private static final Situation SITUATION =
      new Situation(
          ThreadState.EMPTY,
          new RunState(UUID.randomUUID(), "hi", Known.NOTHING, 0, List.of()),
          List.of(),
          10,
          ZonedDateTime.parse("2026-11-23T10:00:00Z"));

  private final List<String> asked = new ArrayList<>();
  private final Promise<Void> unwanted = Promise.promise();

  private record Fixed(String name, List<String> asked, Future<Optional<Thought>> decision)
      implements Brain {
    @Override
    public Future<Optional<Thought>> decide(
        Situation situation, Words words, Future<Void> unwanted) {
      asked.add(name);
      return decision;
    }

    @Override
    public Future<Void> close() {
      asked.add(name + " closed");
      return Future.succeededFuture();
    }
  }

  private Brain knows(String name) {
    Thought thought = Thought.free(new Decision.Finish("from " + name), name);
    return new Fixed(name, asked, Future.succeededFuture(Optional.of(thought)));
  }

  private Brain knowsNothing(String name) {
    return new Fixed(name, asked, Future.succeededFuture(Optional.empty()));
  }

  private Brain fails(String name) {
    return new Fixed(name, asked, Future.failedFuture(Failure.unavailable("No model.")));
  }

  private Future<Optional<Thought>> decide(Brain... brains) {
    return new BrainChain(List.of(brains)).decide(SITUATION, Words.UNHEARD, unwanted.future());
  }

  @Test
  void theFirstThatKnowsDecides() {
    // When
    Optional<Thought> thought = decide(knowsNothing("a"), knows("b"), knows("c")).result();
    // Then
    assertThat(thought.map(Thought::brain)).contains("b");
    assertThat(asked).containsExactly("a", "b");
  }

  @Test
  void whenNobodyKnowsNothingIsDecided() {
    assertThat(decide(knowsNothing("a"), knowsNothing("b")).result()).isEmpty();
    assertThat(decide().result()).isEmpty();
  }

  @Test
  void aFailureIsNotHandedOn() {
    // When
    Future<Optional<Thought>> decision = decide(fails("a"), knows("b"));
    // Then
    assertThat(decision.cause()).hasMessage("No model.");
    assertThat(asked).containsExactly("a");
  }

  @Test
  void nobodyElseIsAskedForADecisionThatIsNotWantedAnyMore() {
    // Given
    Promise<Optional<Thought>> slow = Promise.promise();
    Future<Optional<Thought>> decision = decide(new Fixed("a", asked, slow.future()), knows("b"));
    // When
    unwanted.complete();
    slow.complete(Optional.empty());
    // Then
    assertThat(decision.result()).isEmpty();
    assertThat(asked).containsExactly("a");
  }

  @Test
  void allAreClosed() {
    // Given
    BrainChain chain = new BrainChain(List.of(knows("a"), fails("b")));
    // When
    Future<Void> closed = chain.close();
    // Then
    assertThat(closed.succeeded()).isTrue();
    assertThat(asked).containsExactly("a closed", "b closed");
    assertThat(chain.name()).isEqualTo("a, b");
  }
}
