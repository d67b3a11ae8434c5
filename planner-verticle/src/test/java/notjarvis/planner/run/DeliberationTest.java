package notjarvis.planner.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import notjarvis.failure.FailureCode;
import notjarvis.journal.Known;
import notjarvis.journal.RunState;
import notjarvis.journal.ThreadState;
import notjarvis.planner.brain.Brain;
import notjarvis.planner.brain.Decision;
import notjarvis.planner.brain.Situation;
import notjarvis.planner.brain.Thought;
import notjarvis.planner.brain.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeliberationTest {
  private static final Situation SITUATION =
      new Situation(
          ThreadState.EMPTY,
          new RunState(UUID.randomUUID(), "hi", Known.NOTHING, 0, List.of()),
          List.of(),
          10,
          ZonedDateTime.parse("2026-11-23T10:00:00Z"));

  private final Vertx vertx = Vertx.vertx();
  private final Promise<Optional<Thought>> thought = Promise.promise();
  private final Promise<Void> unwanted = Promise.promise();

  /** Decides when the test says so. */
  private final Brain brain =
      new Brain() {
        @Override
        public String name() {
          return "slow";
        }

        @Override
        public Future<Optional<Thought>> decide(
            Situation situation, Words words, Future<Void> unwanted) {
          return thought.future();
        }
      };

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private Future<Optional<Thought>> decide(Duration limit) {
    return new Deliberation(vertx, brain, limit)
        .decide(SITUATION, Words.UNHEARD, unwanted.future());
  }

  private static void settle(Future<?> future)
      throws InterruptedException, ExecutionException, TimeoutException {
    future
        .<Void>mapEmpty()
        .otherwiseEmpty()
        .toCompletionStage()
        .toCompletableFuture()
        .get(5, TimeUnit.SECONDS);
  }

  @Test
  void aBrainThatNeverDecidesIsTooLate() throws Exception {
    // Given
    Future<Optional<Thought>> decision = decide(Duration.ofMillis(20));
    // When
    settle(decision);
    thought.complete(Optional.empty());
    // Then
    assertThat(FailureCode.of(decision.cause())).isEqualTo(FailureCode.TIMEOUT);
    assertThat(decision.cause()).hasMessage("No decision came in time; try again.");
  }

  @Test
  void aDecisionInTimeIsHandedOn() throws Exception {
    // Given
    Future<Optional<Thought>> decision = decide(Duration.ofSeconds(30));
    Thought known = Thought.free(new Decision.Finish("Hello."), "slow");
    // When
    thought.complete(Optional.of(known));
    settle(decision);
    // Then
    assertThat(decision.result()).contains(known);
  }

  @Test
  void aDecisionThatIsNotWantedAnyMoreIsOverAtOnce() throws Exception {
    // Given
    Future<Optional<Thought>> decision = decide(Duration.ofSeconds(30));
    // When
    unwanted.complete();
    settle(decision);
    // Then
    assertThat(decision.result()).isEmpty();
  }
}
