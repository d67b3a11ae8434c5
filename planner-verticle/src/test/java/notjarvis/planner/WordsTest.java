package notjarvis.planner;

import static notjarvis.planner.Workshop.query;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import notjarvis.failure.Failure;
import notjarvis.planner.brain.Decision;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WordsTest {
  private final Workshop workshop = new Workshop();
  private final ScriptedBrain brain = workshop.brain;

  @AfterEach
  void close() {
    workshop.close();
  }

  private UUID ran(String goal) {
    UUID runId = workshop.start(goal);
    workshop.ended(runId);
    return runId;
  }

  @Test
  void wordsAreToldWithTheirPlaceInTheMessageWhileTheyAreWritten() {
    // Given
    brain.then(
        (situation, words) -> {
          words.append("Hello");
          words.append(", you.");
          return ScriptedBrain.known(new Decision.Finish("Hello, you."));
        });
    workshop.deployed();
    // When
    UUID runId = ran("hi");
    // Then
    assertThat(workshop.events(runId))
        .startsWith(
            new RunEvent.Words(runId, runId + ":1", 0, "Hello"),
            new RunEvent.Words(runId, runId + ":1", 5, ", you."))
        .hasSize(3);
  }

  @Test
  void eachStepHasAMessageOfItsOwn() {
    // Given
    brain.then(
        (situation, words) -> {
          words.append("Looking.");
          return ScriptedBrain.known(new Decision.Act("Looking.", "search", query("cats")));
        });
    brain.then(
        (situation, words) -> {
          words.append("Found.");
          return ScriptedBrain.known(new Decision.Finish("Found."));
        });
    workshop.deployed();
    // When
    UUID runId = ran("search cats");
    // Then
    assertThat(workshop.words(runId, 2))
        .containsExactly(
            new RunEvent.Words(runId, runId + ":1", 0, "Looking."),
            new RunEvent.Words(runId, runId + ":2", 0, "Found."));
  }

  @Test
  void aMessageThatBeginsAnewBeginsAtZero() {
    // Given
    brain.then(
        (situation, words) -> {
          words.append("Helo");
          words.restart();
          words.append("Hel");
          words.append("lo");
          return ScriptedBrain.known(new Decision.Finish("Hello"));
        });
    workshop.deployed();
    // When
    UUID runId = ran("hi");
    // Then
    assertThat(workshop.words(runId, 3))
        .extracting(RunEvent.Words::offset)
        .containsExactly(0, 0, 3);
  }

  @Test
  void whoeverFollowedOtherWordsSeesTheOnesThatCount() {
    // Given
    brain.then(
        (situation, words) -> {
          words.append("I am about to");
          return Future.failedFuture(Failure.unavailable("The model went away."));
        });
    workshop.deployed();
    // When
    UUID runId = ran("hi");
    // Then
    assertThat(workshop.words(runId, 2))
        .containsExactly(
            new RunEvent.Words(runId, runId + ":1", 0, "I am about to"),
            new RunEvent.Words(runId, runId + ":1", 0, "The model went away."));
  }

  @Test
  void aBrainThatKnewNothingHasSaidNothing() {
    // Given
    ScriptedBrain unsure = new ScriptedBrain();
    unsure.then(
        (situation, words) -> {
          words.append("Well");
          return Future.succeededFuture(Optional.empty());
        });
    brain.then(
        (situation, words) -> {
          words.append("Hello.");
          return ScriptedBrain.known(new Decision.Finish("Hello."));
        });
    workshop.deployed(unsure, brain);
    // When
    UUID runId = ran("hi");
    // Then
    List<RunEvent.Words> words = workshop.events(runId, RunEvent.Words.class);
    assertThat(words).last().isEqualTo(new RunEvent.Words(runId, runId + ":1", 0, "Hello."));
    assertThat(words).hasSize(2);
  }
}
