package notjarvis.planner;

import static notjarvis.planner.Workshop.done;
import static notjarvis.planner.Workshop.failureOf;
import static notjarvis.planner.Workshop.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.UUID;
import notjarvis.action.Observation;
import notjarvis.failure.FailureCode;
import notjarvis.journal.Entry;
import notjarvis.run.Outcome;
import notjarvis.run.RunStatus;
import notjarvis.run.StartRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a planner that stops leaves behind. */
class StoppingTest {
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
  void stoppingLetsARunEndAndTakesNoNewOne() {
    // Given
    Promise<Observation> slow = Promise.promise();
    workshop.executor.does(action -> slow.future());
    brain.act("search", query("cats")).finish("Found.");
    workshop.deployed();
    UUID runId = workshop.start("search cats");
    await().until(() -> !workshop.executor.asked().isEmpty());
    // When
    Future<Void> stopped = workshop.undeploy();
    await()
        .untilAsserted(
            () ->
                assertThat(failureOf(workshop.ask(start(UUID.randomUUID(), "hi"))).getMessage())
                    .isEqualTo("Not-Jarvis is stopping. Try again in a moment."));
    slow.complete(Observation.done("Cats."));
    // Then
    done(stopped);
    assertThat(workshop.ended(runId).answer()).isEqualTo("Found.");
    assertThat(brain.isClosed()).isTrue();
  }

  @Test
  void aStoppingPlannerBeginsNoActionAndLeavesTheRunToTheNextOne() {
    // Given
    Promise<Observation> slow = Promise.promise();
    workshop.executor.does(action -> slow.future());
    brain.act("search", query("cats")).act("search", query("dogs"));
    workshop.deployed();
    UUID runId = workshop.start("search cats and dogs");
    await().until(() -> !workshop.executor.asked().isEmpty());
    // When
    Future<Void> stopped = workshop.undeploy();
    await()
        .until(
            () ->
                failureOf(workshop.ask(start(UUID.randomUUID(), "hi"))).code()
                    == FailureCode.UNAVAILABLE);
    slow.complete(Observation.done("Cats."));
    done(stopped);
    // Then
    assertThat(workshop.executor.asked()).hasSize(1);
    assertThat(workshop.journal.status(runId)).isEqualTo(RunStatus.ACCEPTED);
    assertThat(workshop.journal.entries(runId)).last().isInstanceOf(Entry.ActionObserved.class);
  }

  @Test
  void aRunThatWaitedBehindTheLastOneIsLeftToTheNextPlanner() {
    // Given
    Promise<Observation> slow = Promise.promise();
    workshop.executor.does(action -> slow.future());
    brain.act("search", query("cats")).finish("Found.");
    workshop.deployed();
    UUID first = workshop.start("search cats");
    UUID waiting = workshop.start("search dogs");
    await().until(() -> !workshop.executor.asked().isEmpty());
    // When
    Future<Void> stopped = workshop.undeploy();
    await()
        .until(
            () ->
                failureOf(workshop.ask(start(UUID.randomUUID(), "hi"))).code()
                    == FailureCode.UNAVAILABLE);
    slow.complete(Observation.done("Cats."));
    done(stopped);
    // Then
    assertThat(workshop.ended(first).outcome()).isEqualTo(Outcome.FINISHED);
    assertThat(workshop.journal.lease(waiting)).isNull();
    assertThat(workshop.events(waiting)).isEmpty();
  }

  @Test
  void stoppingWaitsAWhileAtMost() {
    // Given
    brain.thinksForEver();
    workshop.hasty().deployed();
    UUID runId = workshop.start("think");
    await().until(() -> brain.seen().size() == 1);
    // When
    done(workshop.undeploy());
    // Then
    assertThat(workshop.journal.status(runId)).isEqualTo(RunStatus.ACCEPTED);
  }
}
