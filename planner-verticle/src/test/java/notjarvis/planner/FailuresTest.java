package notjarvis.planner;

import static notjarvis.planner.Workshop.done;
import static notjarvis.planner.Workshop.query;
import static notjarvis.planner.Workshop.url;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Optional;
import java.util.UUID;
import notjarvis.action.Observation;
import notjarvis.action.Observation.Status;
import notjarvis.failure.Failure;
import notjarvis.failure.FailureCode;
import notjarvis.planner.brain.Decision;
import notjarvis.planner.brain.Thought;
import notjarvis.run.Outcome;
import notjarvis.thread.ThreadKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FailuresTest {
  private final Workshop workshop = new Workshop();
  private final ScriptedBrain brain = workshop.brain;

  @AfterEach
  void close() {
    workshop.close();
  }

  private Observation observationOf(String goal) {
    UUID runId = workshop.start(goal);
    workshop.ended(runId);
    return workshop.events(runId, RunEvent.StepObserved.class).get(0).observation();
  }

  @Test
  void anExecutorThatIsGoneIsAFailedAction() {
    // Given
    done(workshop.executor.vanish());
    brain.act("open", url("https://a.example/")).finish("No.");
    workshop.deployed();
    // When
    Observation observation = observationOf("open https://a.example/");
    // Then
    assertThat(observation)
        .isEqualTo(
            Observation.failed(
                "The executor for open_website https://a.example/ is away; nothing was done."));
  }

  @Test
  void anIrreversibleActionWithoutAnAnswerIsUnknown() {
    // Given
    workshop.executor.does(action -> fails(FailureCode.TIMEOUT));
    brain.act("open", url("https://a.example/")).finish("Perhaps.");
    workshop.deployed();
    // When
    Observation observation = observationOf("open https://a.example/");
    // Then
    assertThat(observation)
        .isEqualTo(
            Observation.unknown(
                "No answer came in time: open_website https://a.example/ may or may not have"
                    + " happened."));
  }

  @Test
  void anyOtherActionWithoutAnAnswerHasFailed() {
    // Given
    workshop.executor.does(action -> fails(FailureCode.TIMEOUT));
    brain.act("search", query("cats")).finish("No.");
    workshop.deployed();
    // When
    Observation observation = observationOf("search cats");
    // Then
    assertThat(observation)
        .isEqualTo(Observation.failed("No answer came in time: search cats had no result."));
  }

  @Test
  void anExecutorThatBreaksInTheMiddleOfAnIrreversibleActionLeavesItUnknown() {
    // Given
    workshop.executor.does(
        action -> {
          throw new IllegalStateException("broken on purpose");
        });
    brain.act("open", url("https://a.example/")).finish("Perhaps.");
    workshop.deployed();
    // When, Then
    assertThat(observationOf("open https://a.example/").status()).isEqualTo(Status.UNKNOWN);
  }

  @Test
  void anActionThatAnExecutorTurnsDownHasFailed() {
    // Given
    workshop.executor.does(action -> fails(FailureCode.BAD_REQUEST));
    brain.act("open", url("https://a.example/")).finish("No.");
    workshop.deployed();
    // When, Then
    assertThat(observationOf("open https://a.example/"))
        .isEqualTo(
            Observation.failed(
                "open_website https://a.example/ was not carried out: It went wrong."));
  }

  private static Future<Observation> fails(FailureCode code) {
    return Future.failedFuture(new Failure(code, "It went wrong."));
  }

  @Test
  void aBrainThatFailsEndsTheRunInItsWords() {
    // Given
    String why = "The model cannot be reached. Try again in a minute.";
    brain.then((situation, words) -> Future.failedFuture(Failure.unavailable(why)));
    workshop.deployed();
    // When
    RunEvent.RunEnded ended = workshop.run("hi");
    // Then
    assertThat(ended.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(ended.answer()).isEqualTo(why);
  }

  @Test
  void aBrainThatFailsLaterSaysWhatWasDone() {
    // Given
    brain.act("search", query("cats"));
    brain.then((situation, words) -> Future.failedFuture(Failure.unavailable("No model.")));
    workshop.deployed();
    // When, Then
    assertThat(workshop.run("search cats").answer()).isEqualTo("No model. Done: Did search.");
  }

  @Test
  void aBrainThatThrowsEndsTheRunAndTellsNothingOfTheCause() {
    // Given
    brain.then(
        (situation, words) -> {
          throw new IllegalStateException("secret detail");
        });
    workshop.deployed();
    // When
    UUID runId = workshop.start("hi");
    RunEvent.RunEnded ended = workshop.ended(runId);
    // Then
    assertThat(ended.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(ended.answer())
        .isEqualTo("Something went wrong inside Not-Jarvis; logs/jarvis.log says what.");
    assertThat(workshop.journal.isOver(runId)).isTrue();
  }

  @Test
  void afterABrokenRunTheThreadGoesOn() {
    // Given
    brain
        .then(
            (situation, words) -> {
              throw new IllegalStateException("broken on purpose");
            })
        .finish("Hello.");
    workshop.deployed();
    workshop.run("hi");
    // When, Then
    assertThat(workshop.run("hi again").answer()).isEqualTo("Hello.");
  }

  @Test
  void aDecisionThatCompletesOnAnotherThreadIsCarriedOnOnTheLoopsOwn() {
    // Given
    brain.then(
        (situation, words) -> {
          Promise<Optional<Thought>> late = Promise.promise();
          new Thread(
                  () ->
                      ScriptedBrain.known(new Decision.Finish("From elsewhere.")).onComplete(late))
              .start();
          return late.future();
        });
    workshop.deployed();
    // When, Then
    assertThat(workshop.run("hi").answer()).isEqualTo("From elsewhere.");
  }

  @Test
  void whatNoBrainUnderstandsIsSaidWithWhatToDo() {
    // Given
    brain.knowsNothing();
    workshop.deployed();
    // When
    RunEvent.RunEnded ended = workshop.run("blorb");
    // Then
    assertThat(ended.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(ended.answer()).startsWith("I did not understand that.").contains("\"help\"");
  }

  @Test
  void anAppendThatTheJournalTurnsDownEndsTheRunInWords() {
    // Given
    workshop.journal.failNextAppends(1, FailureCode.INTERNAL);
    brain.act("search", query("cats"));
    workshop.deployed();
    // When
    UUID runId = workshop.start("search cats");
    RunEvent.RunEnded ended = workshop.ended(runId);
    // Then
    assertThat(ended.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(workshop.journal.entries(runId)).hasSize(2);
    assertThat(workshop.executor.asked()).isEmpty();
  }

  @Test
  void whatWasStartedWhenTheJournalTurnedItsObservationDownIsNotCertain() {
    // Given
    workshop.executor.does(
        action -> {
          workshop.journal.failNextAppends(1, FailureCode.INTERNAL);
          return Future.succeededFuture(Observation.done("Open."));
        });
    brain.act("open", url("https://a.example/"));
    workshop.deployed();
    // When
    RunEvent.RunEnded ended = workshop.run("open https://a.example/");
    // Then
    assertThat(ended.answer())
        .isEqualTo(
            "The database is away. Nothing was done. Not certain: open_website"
                + " https://a.example/.");
  }

  @Test
  void aRunThatCannotEvenBeEndedStopsNoOtherAndIsTakenUpAgain() {
    // Given
    workshop.journal.failNextAppends(2, FailureCode.INTERNAL);
    workshop.deployed(
        new StepwiseBrain(situation -> new Decision.Finish("You said " + situation.run().goal())));
    UUID broken = workshop.start("one");
    await().until(workshop.journal::hasFailedAsTold);
    // When
    UUID other = workshop.startIn(ThreadKey.local("other"), "two");
    // Then
    assertThat(workshop.ended(other).answer()).isEqualTo("You said two");
    assertThat(workshop.ended(broken).answer()).isEqualTo("You said one");
    assertThat(workshop.journal.entries(broken)).hasSize(2);
  }
}
