package notjarvis.planner;

import static notjarvis.planner.Workshop.done;
import static notjarvis.planner.Workshop.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Promise;
import java.util.UUID;
import notjarvis.action.Observation;
import notjarvis.run.Cursor;
import notjarvis.run.RunAccepted;
import notjarvis.run.RunAccepted.Reception;
import notjarvis.run.StartRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How goals become runs. */
class StartOnceTest {
  private final Workshop workshop = new Workshop();
  private final ScriptedBrain brain = workshop.brain;

  @AfterEach
  void close() {
    workshop.close();
  }

  private static StartRun start(UUID runId, String goal) {
    return StartRun.of(runId, Workshop.THREAD, goal);
  }

  @Test
  void aGoalIsAcceptedWithItsPlaceInTheThread() {
    // Given
    brain.finish("Hello.");
    workshop.deployed();
    // When
    StartRun question = start(UUID.randomUUID(), "hi");
    RunAccepted accepted = done(workshop.ask(question));
    // Then
    assertThat(accepted)
        .isEqualTo(new RunAccepted(question.runId(), Cursor.of(1), Reception.BEGUN));
  }

  @Test
  void aGoalForABusyThreadWaitsForItsTurnThoughTheDatabaseIsAwayForAMoment() {
    // Given
    Promise<Observation> slow = Promise.promise();
    workshop.executor.does(action -> slow.future());
    workshop.journal.failNextClaim();
    brain.act("search", query("cats")).finish("Found cats.").finish("Found dogs.");
    workshop.deployed();
    UUID first = workshop.start("search cats");
    await().until(() -> !workshop.executor.asked().isEmpty());
    UUID second = UUID.randomUUID();
    // When
    RunAccepted accepted = done(workshop.ask(start(second, "search dogs")));
    slow.complete(Observation.done("Cats."));
    // Then
    assertThat(accepted.reception()).isEqualTo(Reception.QUEUED);
    assertThat(workshop.ended(second).answer()).isEqualTo("Found dogs.");
    assertThat(workshop.ended(first).answer()).isEqualTo("Found cats.");
    assertThat(brain.seen().get(2).run().goal()).isEqualTo("search dogs");
    assertThat(brain.seen().get(2).thread().messages()).hasSize(3);
  }

  @Test
  void askingTwiceForTheSameRunStartsItOnce() {
    // Given
    Promise<Observation> slow = Promise.promise();
    workshop.executor.does(action -> slow.future());
    brain.act("search", query("cats")).finish("Found.");
    workshop.deployed();
    UUID runId = workshop.start("search cats");
    // When
    done(workshop.ask(start(runId, "search cats")));
    await().until(() -> !workshop.executor.asked().isEmpty());
    slow.complete(Observation.done("Cats."));
    // Then
    assertThat(workshop.ended(runId).answer()).isEqualTo("Found.");
    assertThat(brain.seen()).hasSize(2);
    assertThat(workshop.executor.asked()).hasSize(1);
  }
}
