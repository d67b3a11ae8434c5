package notjarvis.planner;

import static notjarvis.planner.Workshop.found;
import static notjarvis.planner.Workshop.query;
import static notjarvis.planner.Workshop.url;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import notjarvis.action.Observation;
import notjarvis.run.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a brain asks for again: done again where that helps, and no more where it does not. */
final class RepeatsTest {
  private final Workshop workshop = new Workshop();
  private final ScriptedBrain brain = workshop.brain;

  @AfterEach
  void close() {
    workshop.close();
  }

  private List<String> refusalsOf(String goal) {
    UUID runId = workshop.start(goal);
    workshop.ended(runId);
    return workshop.events(runId, RunEvent.StepRefused.class).stream()
        .map(RunEvent.StepRefused::why)
        .toList();
  }

  @Test
  void anActionThatWasJustDoneIsNotDoneAgain() {
    // Given
    brain.act("search", query("cats")).act("search", query("cats")).finish("Found.");
    workshop.deployed();
    // When
    List<String> refusals = refusalsOf("search cats");
    // Then
    assertThat(refusals)
        .containsExactly("That was done already in step 1; doing it again is no help.");
    assertThat(workshop.executor.asked()).hasSize(1);
  }

  @Test
  void runningIntoTheSameWallTwiceEndsTheRun() {
    // Given
    workshop.executor.answersWith(Observation.done("Found nothing."));
    IntStream.range(0, 3).forEach(i -> brain.act("search", query("cats")));
    workshop.deployed();
    // When
    RunEvent.RunEnded ended = workshop.run("search cats");
    // Then
    assertThat(ended.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(ended.answer())
        .isEqualTo(
            "I stopped here, because I got no further. That was done already in step 1; doing it"
                + " again is no help. Done: Found nothing.");
  }

  @Test
  void refusalsOfDifferentKindsDoNotEndTheRun() {
    // Given
    brain.act("make_coffee", Map.of()).act("open", url(1)).act("search", query("a")).finish("Ok.");
    workshop.deployed();
    // When, Then
    assertThat(workshop.run("search a").outcome()).isEqualTo(Outcome.FINISHED);
  }

  @Test
  void refusalsOfOneKindWithAnActionBetweenThemDoNotEndTheRun() {
    // Given
    brain.act("open", url(1)).act("search", query("a")).act("open", url(1)).finish("Ok.");
    workshop.deployed();
    // When, Then
    assertThat(workshop.run("search a").outcome()).isEqualTo(Outcome.FINISHED);
  }

  @Test
  void anActionThatFailedMayBeTriedOnceMore() {
    // Given
    workshop.executor.answersWith(Observation.failed("There is no network."));
    IntStream.range(0, 3).forEach(i -> brain.act("search", query("cats")));
    brain.finish("I could not search.");
    workshop.deployed();
    // When
    List<String> refusals = refusalsOf("search cats");
    // Then
    assertThat(workshop.executor.asked()).hasSize(2);
    assertThat(refusals)
        .containsExactly("That failed already in step 2; doing it again is no help.");
  }

  @Test
  void anActionIsDoneTwiceInARunAtMost() {
    // Given
    brain.act("search", query("a")).act("search", query("b")).act("search", query("a"));
    brain.act("search", query("b")).act("search", query("a")).finish("Found.");
    workshop.deployed();
    // When
    List<String> refusals = refusalsOf("search a and b");
    // Then
    assertThat(workshop.executor.asked()).hasSize(4);
    assertThat(refusals)
        .containsExactly("That was done already in step 3; doing it again is no help.");
  }

  @Test
  void whatMayHaveHappenedAndCannotBeTakenBackNeedsAYes() {
    // Given
    workshop.executor.does(
        action ->
            Future.succeededFuture(
                action.name().equals("search")
                    ? Observation.done("Found.")
                    : Observation.unknown("It may be open.")));
    brain.act("open", url("https://a.example/")).act("search", query("a"));
    brain.act("open", url("https://a.example/")).finish("Perhaps.");
    workshop.deployed();
    // When
    UUID runId = workshop.start("open https://a.example/");
    // Then
    assertThat(workshop.asked(runId).why()).isEqualTo("It may have been done already in step 1.");
  }

  @Test
  void aGoalAskedAgainIsDoneAgain() {
    // Given
    brain.act("search", query("cats")).finish("Found.");
    brain.act("search", query("cats")).finish("Found again.");
    workshop.deployed();
    workshop.run("search cats");
    // When, Then
    assertThat(workshop.run("search cats").answer()).isEqualTo("Found again.");
    assertThat(workshop.executor.asked()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "https://mit.edu, https://mit.edu/",
    "mit.edu, https://MIT.edu:443/",
    "https://mit.edu/, https://mit.edu/#",
    "https://mit.edu/, 1",
  })
  void anAddressIsTheSameHoweverItIsWritten(String once, String again) {
    // Given
    workshop.executor.does(action -> Future.succeededFuture(outcome(action.name())));
    brain.act("search", query("mit")).act("open", url(once)).act("open", url(again)).finish("Ok.");
    workshop.deployed();
    // When
    List<String> refusals = refusalsOf("find mit.edu and open it");
    // Then
    assertThat(refusals)
        .containsExactly("That was done already in step 2; doing it again is no help.");
  }

  private static Observation outcome(String action) {
    return action.equals("search") ? found("https://mit.edu/") : Observation.done("Opened.");
  }

  @Test
  void aQueryIsTheSameInOtherCapitalsAndSpaces() {
    // Given
    brain.act("search", query("Big  cats ")).act("search", query("big Cats")).finish("Ok.");
    workshop.deployed();
    // When, Then
    assertThat(refusalsOf("search big cats")).hasSize(1);
  }

  @Test
  void aFileIsAnotherOneInOtherCapitals() {
    // Given
    brain.act("take_screenshot", Map.of("save_path", "/tmp/a.png"));
    brain.act("take_screenshot", Map.of("save_path", "/tmp/A.png")).finish("Ok.");
    workshop.deployed();
    // When, Then
    assertThat(refusalsOf("take a screenshot as /tmp/a.png and a screenshot as /tmp/A.png"))
        .isEmpty();
  }

  @Test
  void differentActionsThatAreRefusedForOneReasonDoNotEndTheRun() {
    // Given
    brain.act("open", url("https://one.example/")).act("open", url("https://two.example/"));
    brain.act("open", url("https://three.example/")).finish("None of them was meant.");
    workshop.deployed();
    // When
    RunEvent.RunEnded ended = workshop.run("don't open anything");
    // Then
    assertThat(ended.answer()).isEqualTo("None of them was meant.");
  }

  @Test
  void theSameActionRefusedTwiceEndsTheRunHoweverItIsWritten() {
    // Given
    brain.act("open", url("one.example")).act("open", url("https://ONE.example/")).finish("No.");
    workshop.deployed();
    // When, Then
    assertThat(workshop.run("don't open anything").outcome()).isEqualTo(Outcome.FAILED);
  }
}
