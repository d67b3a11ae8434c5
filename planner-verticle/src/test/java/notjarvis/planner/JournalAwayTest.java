package notjarvis.planner;

import static notjarvis.planner.Workshop.done;
import static notjarvis.planner.Workshop.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.UUID;
import notjarvis.action.Observation;
import notjarvis.failure.FailureCode;
import notjarvis.journal.Entry;
import notjarvis.run.Outcome;
import notjarvis.run.StartRun;
import notjarvis.thread.ThreadKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JournalAwayTest {
  private final Workshop workshop = new Workshop();
  private final ScriptedBrain brain = workshop.brain;

  @AfterEach
  void close() {
    workshop.close();
  }

  @Test
  void aRunWaitsForADatabaseThatIsAwayAndGoesOn() {
    // Given
    workshop.journal.failNextAppends(3, FailureCode.UNAVAILABLE);
    brain.act("search", query("cats")).finish("Found.");
    workshop.deployed();
    // When
    UUID runId = workshop.start("search cats");
    RunEvent.RunEnded ended = workshop.ended(runId);
    // Then
    assertThat(ended.outcome()).isEqualTo(Outcome.FINISHED);
    assertThat(workshop.executor.asked()).hasSize(1);
    assertThat(workshop.journal.entries(runId)).hasSize(4);
  }

  @Test
  void aRunSurvivesARestartOfPersistence() {
    // Given
    workshop.executor.does(
        action -> workshop.journal.close().map(Observation.done("Done while it was away.")));
    brain.act("search", query("cats")).finish("Found.");
    workshop.deployed();
    UUID runId = workshop.start("search cats");
    await().until(() -> !workshop.executor.asked().isEmpty());
    // When
    await().during(Duration.ofMillis(100)).until(() -> workshop.events(runId).size() == 1);
    workshop.journal.open();
    // Then
    assertThat(workshop.ended(runId).outcome()).isEqualTo(Outcome.FINISHED);
    assertThat(workshop.journal.entries(runId))
        .contains(new Entry.ActionObserved(1, Observation.done("Done while it was away.")));
  }

  @Test
  void anAnswerThatGotLostIsAskedForAgainAndNothingIsWrittenTwice() {
    // Given
    workshop.journal.loseNextReply();
    brain.act("search", query("cats")).finish("Found.");
    workshop.deployed();
    // When
    UUID runId = workshop.start("search cats");
    workshop.ended(runId);
    // Then
    assertThat(workshop.journal.entries(runId)).hasSize(4);
    assertThat(workshop.events(runId)).hasSize(3);
    assertThat(workshop.executor.asked()).hasSize(1);
  }

  @Test
  void aPlannerThatLostItsRunStopsWithoutAWord() {
    // Given
    workshop.executor.does(
        action -> {
          workshop.journal.takeAway(
              UUID.fromString(action.id().substring(0, action.id().indexOf(':'))));
          return Future.succeededFuture(Observation.done("Done."));
        });
    brain.act("search", query("cats")).finish("Never told.");
    workshop.deployed();
    // When
    UUID runId = workshop.start("search cats");
    await().until(() -> !workshop.executor.asked().isEmpty());
    UUID later = workshop.startIn(ThreadKey.local("other"), "hi");
    // Then
    assertThat(workshop.ended(later).answer()).isEqualTo("Never told.");
    assertThat(workshop.events(runId)).hasOnlyElementsOfType(RunEvent.StepPlanned.class);
    assertThat(brain.seen()).hasSize(2);
  }

  @Test
  void aRunIsNotStartedWithoutAJournal() {
    // Given
    workshop.deployed();
    done(workshop.journal.close());
    // When
    Future<?> refused = workshop.ask(StartRun.of(UUID.randomUUID(), Workshop.THREAD, "hi"));
    // Then
    assertThat(Workshop.failureOf(refused).code()).isEqualTo(FailureCode.UNAVAILABLE);
  }
}
