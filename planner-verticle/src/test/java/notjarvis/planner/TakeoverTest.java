package notjarvis.planner;

import static notjarvis.planner.Workshop.done;
import static notjarvis.planner.Workshop.failureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import notjarvis.failure.Failure;
import notjarvis.failure.FailureCode;
import notjarvis.run.Outcome;
import notjarvis.run.RunAccepted;
import notjarvis.run.RunAccepted.Reception;
import notjarvis.run.StartRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who works on a run, and who does when its owner is gone. */
class TakeoverTest {
  private final Workshop workshop = new Workshop();
  private final ScriptedBrain brain = workshop.brain;

  @AfterEach
  void close() {
    workshop.close();
  }

  private static StartRun start(UUID runId, String goal) {
    return StartRun.of(runId, Workshop.THREAD, goal);
  }

  private String plannerOf(UUID runId) {
    return Objects.requireNonNull(workshop.journal.lease(runId)).plannerId();
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
  void theQueueBehindARunWhoseOwnerIsGoneGoesOn() {
    // Given
    brain.finish("Found.").finish("Hello.");
    UUID orphan = UUID.randomUUID();
    workshop.journal.leaveBehind(orphan, Workshop.THREAD, "search cats");
    workshop.deployed();
    // When
    UUID waiting = workshop.start("hi");
    // Then
    assertThat(workshop.ended(waiting).answer()).isEqualTo("Hello.");
    assertThat(workshop.ended(orphan).answer()).isEqualTo("Found.");
  }

  @Test
  void aRunThatCostOwnerAfterOwnerIsEndedInWords() {
    // Given
    UUID orphan = UUID.randomUUID();
    workshop.journal.leaveBehind(orphan, Workshop.THREAD, "search cats");
    IntStream.range(1, 50).forEach(owner -> workshop.journal.takeAway(orphan));
    // When
    workshop.deployed();
    // Then
    assertThat(workshop.ended(orphan).answer())
        .isEqualTo("I was stopped in the middle of this. Nothing was done. Ask again to go on.");
    assertThat(brain.seen()).isEmpty();
  }

  @Test
  void aTakeoverThatDidNotSucceedIsTriedAgain() {
    // Given
    brain.finish("Found.");
    UUID orphan = UUID.randomUUID();
    workshop.journal.failNextClaim();
    workshop.journal.leaveBehind(orphan, Workshop.THREAD, "search cats");
    // When
    workshop.deployed();
    // Then
    assertThat(workshop.ended(orphan).outcome()).isEqualTo(Outcome.FINISHED);
  }

  @Test
  void aRunWhoseAcceptanceWasNeverHeardOfIsBegunAndItsThreadGoesOn() {
    // Given
    brain.finish("Found.").finish("Hello.");
    workshop.deployed();
    UUID unknown = UUID.randomUUID();
    workshop.journal.answerNextGoalAfter(Future.failedFuture(Failure.unavailable("away")));
    // When
    assertThat(failureOf(workshop.ask(start(unknown, "search cats"))).code())
        .isEqualTo(FailureCode.UNAVAILABLE);
    UUID waiting = workshop.start("hi");
    // Then
    assertThat(workshop.ended(waiting).answer()).isEqualTo("Hello.");
    assertThat(workshop.ended(unknown).answer()).isEqualTo("Found.");
    assertThat(Objects.requireNonNull(workshop.journal.lease(unknown)).epoch()).isEqualTo(2);
  }

  @Test
  void aRunThatIsBeingAcceptedIsNotTakenOverHoweverLongItTakes() {
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
    assertThat(done(accepted).reception()).isEqualTo(Reception.BEGUN);
    assertThat(workshop.ended(slow).answer()).isEqualTo("Hello.");
    assertThat(Objects.requireNonNull(workshop.journal.lease(slow)).epoch()).isEqualTo(1);
  }

  @Test
  void aTakeoverWhoseAnswerWasLostIsDoneAgain() {
    // Given
    brain.finish("Found.");
    UUID orphan = UUID.randomUUID();
    workshop.journal.loseNextClaim();
    workshop.journal.leaveBehind(orphan, Workshop.THREAD, "search cats");
    // When
    workshop.deployed();
    // Then
    assertThat(workshop.ended(orphan).outcome()).isEqualTo(Outcome.FINISHED);
    assertThat(Objects.requireNonNull(workshop.journal.lease(orphan)).epoch()).isEqualTo(3);
  }

  @Test
  void nothingIsTakenOverWhileTheDatabaseIsAway() {
    // Given
    brain.finish("Found.");
    UUID orphan = UUID.randomUUID();
    workshop.journal.failBeats(Failure.unavailable("away"));
    workshop.journal.leaveBehind(orphan, Workshop.THREAD, "search cats");
    workshop.deployed();
    // When
    await()
        .during(Workshop.OWNER_GONE.multipliedBy(3))
        .atMost(Duration.ofSeconds(10))
        .until(() -> !workshop.journal.isOver(orphan));
    workshop.journal.failBeats(null);
    // Then
    assertThat(workshop.ended(orphan).outcome()).isEqualTo(Outcome.FINISHED);
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
}
