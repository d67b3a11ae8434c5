package notjarvis.planner;

import static notjarvis.planner.Workshop.done;
import static notjarvis.planner.Workshop.failureOf;
import static notjarvis.planner.Workshop.query;
import static notjarvis.planner.Workshop.url;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import notjarvis.action.Action;
import notjarvis.action.Effect;
import notjarvis.action.Observation;
import notjarvis.failure.Failure;
import notjarvis.failure.FailureCode;
import notjarvis.journal.Entry;
import notjarvis.run.Cursor;
import notjarvis.run.Outcome;
import notjarvis.run.RunAccepted;
import notjarvis.run.RunEvent;
import notjarvis.run.StartRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OwnershipTest {
  private final Workshop workshop = new Workshop();
  private final ScriptedBrain brain = workshop.brain;

  @AfterEach
  void close() {
    workshop.close();
  }

  private static StartRun start(UUID runId, String goal) {
    return new StartRun(runId, Workshop.THREAD, goal);
  }

  private String plannerOf(UUID runId) {
    return Objects.requireNonNull(workshop.journal.lease(runId)).plannerId();
  }

  @Test
  void aGoalIsAcceptedWithItsPlaceInTheThread() {
    // Given
    brain.finish("Hello.");
    workshop.deployed();
    // When
    RunAccepted accepted = done(workshop.ask(start(UUID.randomUUID(), "hi")));
    // Then
    assertThat(accepted).isEqualTo(new RunAccepted(Cursor.of(1), false));
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
    assertThat(accepted.queued()).isTrue();
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

  @Test
  void aPlannerBeatsForAsLongAsItLives() {
    // Given
    brain.thinksForEver();
    workshop.deployed();
    String planner = plannerOf(workshop.start("think"));
    // When, Then
    await().until(() -> workshop.journal.beatsOf(planner) >= 3);
  }

  @Test
  void aRunWhoseOwnerIsGoneIsEndedWithWhatIsKnownOfIt() {
    // Given
    UUID orphan = UUID.randomUUID();
    Action search = new Action(orphan + ":1", "search", query("mit"), Effect.PURE);
    Action open =
        new Action(orphan + ":2", "open_website", url("https://mit.edu/"), Effect.IRREVERSIBLE);
    workshop.journal.leaveBehind(
        orphan,
        Workshop.THREAD,
        "find mit and open it",
        new Entry.ActionPlanned(1, "", search, "desk-1"),
        new Entry.ActionObserved(1, Observation.done("Found 3 results.")),
        new Entry.ActionPlanned(2, "", open, "desk-1"));
    // When
    workshop.deployed();
    RunEvent.RunEnded ended = workshop.ended(orphan);
    // Then
    assertThat(ended.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(ended.answer())
        .isEqualTo(
            "I was stopped in the middle of this. Done: Found 3 results. Not certain: open_website"
                + " https://mit.edu/. Ask again to go on.");
    assertThat(ended.cursor()).isEqualTo(Cursor.of(5));
    assertThat(Objects.requireNonNull(workshop.journal.lease(orphan)).epoch()).isEqualTo(2);
    assertThat(workshop.executor.asked()).isEmpty();
  }

  @Test
  void theQueueBehindARunWhoseOwnerIsGoneGoesOn() {
    // Given
    brain.finish("Hello.");
    UUID orphan = UUID.randomUUID();
    workshop.journal.leaveBehind(orphan, Workshop.THREAD, "search cats");
    workshop.deployed();
    // When
    UUID waiting = workshop.start("hi");
    // Then
    assertThat(workshop.ended(waiting).answer()).isEqualTo("Hello.");
    assertThat(workshop.ended(orphan).answer())
        .isEqualTo("I was stopped in the middle of this. Nothing was done. Ask again to go on.");
  }

  @Test
  void aTakeoverThatDidNotSucceedIsTriedAgain() {
    // Given
    UUID orphan = UUID.randomUUID();
    workshop.journal.failNextClaim();
    workshop.journal.leaveBehind(orphan, Workshop.THREAD, "search cats");
    // When
    workshop.deployed();
    // Then
    assertThat(workshop.ended(orphan).outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void aRunWhoseAcceptanceWasNeverHeardOfIsBrokenOffAndItsThreadGoesOn() {
    // Given
    brain.finish("Hello.");
    workshop.deployed();
    UUID unknown = UUID.randomUUID();
    workshop.journal.answerNextGoalAfter(Future.failedFuture(Failure.unavailable("away")));
    // When
    assertThat(failureOf(workshop.ask(start(unknown, "search cats"))).code())
        .isEqualTo(FailureCode.UNAVAILABLE);
    UUID waiting = workshop.start("hi");
    // Then
    assertThat(workshop.ended(waiting).answer()).isEqualTo("Hello.");
    assertThat(workshop.ended(unknown).answer())
        .isEqualTo("I was stopped in the middle of this. Nothing was done. Ask again to go on.");
    assertThat(Objects.requireNonNull(workshop.journal.lease(unknown)).epoch()).isEqualTo(2);
  }

  @Test
  void aRunThatIsBeingAcceptedIsNotBrokenOffHoweverLongItTakes() {
    // Given
    brain.finish("Hello.");
    workshop.deployed();
    UUID slow = UUID.randomUUID();
    Promise<Void> moment = Promise.promise();
    workshop.journal.answerNextGoalAfter(moment.future());
    // When
    Future<RunAccepted> accepted = workshop.ask(start(slow, "hi"));
    await().until(() -> !workshop.journal.isUnknown(slow));
    long beats = workshop.journal.beatsOf(plannerOf(slow));
    await().until(() -> workshop.journal.beatsOf(plannerOf(slow)) >= beats + 4);
    moment.complete();
    // Then
    assertThat(done(accepted).queued()).isFalse();
    assertThat(workshop.ended(slow).answer()).isEqualTo("Hello.");
    assertThat(Objects.requireNonNull(workshop.journal.lease(slow)).epoch()).isEqualTo(1);
  }

  @Test
  void aTakeoverWhoseAnswerWasLostIsDoneAgain() {
    // Given
    UUID orphan = UUID.randomUUID();
    workshop.journal.loseNextClaim();
    workshop.journal.leaveBehind(orphan, Workshop.THREAD, "search cats");
    // When
    workshop.deployed();
    // Then
    assertThat(workshop.ended(orphan).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(Objects.requireNonNull(workshop.journal.lease(orphan)).epoch()).isEqualTo(3);
  }

  @Test
  void nothingIsTakenOverWhileTheDatabaseIsAway() {
    // Given
    UUID orphan = UUID.randomUUID();
    workshop.journal.failBeats(Failure.unavailable("away"));
    workshop.journal.leaveBehind(orphan, Workshop.THREAD, "search cats");
    workshop.deployed();
    // When
    await()
        .during(Duration.ofMillis(3_500))
        .atMost(Duration.ofSeconds(10))
        .until(() -> !workshop.journal.isOver(orphan));
    workshop.journal.failBeats(null);
    // Then
    assertThat(workshop.ended(orphan).outcome()).isEqualTo(Outcome.FAILED);
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
    assertThat(workshop.journal.isOver(runId)).isFalse();
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
  void aRunThatNobodyOwnsIsPickedUpWhenItIsItsTurn() {
    // Given
    brain.finish("Hello.");
    UUID adrift = UUID.randomUUID();
    workshop.journal.leaveAdrift(adrift, Workshop.THREAD, "hi");
    // When
    workshop.deployed();
    // Then
    assertThat(workshop.ended(adrift).answer()).isEqualTo("Hello.");
  }

  @Test
  void stoppingWaitsAFewSecondsAtMost() {
    // Given
    brain.thinksForEver();
    workshop.deployed();
    workshop.start("think");
    await().until(() -> brain.seen().size() == 1);
    // When
    long began = System.nanoTime();
    done(workshop.undeploy());
    // Then
    assertThat(Duration.ofNanos(System.nanoTime() - began))
        .isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
  }
}
