package notjarvis.planner;

import static notjarvis.planner.Workshop.done;
import static notjarvis.planner.Workshop.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import notjarvis.config.Settings;
import notjarvis.failure.Failure;
import notjarvis.failure.FailureCode;
import notjarvis.json.Json;
import notjarvis.run.RunAccepted;
import notjarvis.run.RunAccepted.Reception;
import notjarvis.run.StartRun;
import notjarvis.thread.ThreadKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartTest {
  private final Workshop workshop = new Workshop();

  @BeforeEach
  void deploy() {
    workshop.deployed();
  }

  @AfterEach
  void close() {
    workshop.close();
  }

  private void assertRefused(StartRun start, String why) {
    Failure failure = failureOf(workshop.ask(start));
    assertThat(failure.code()).isEqualTo(FailureCode.BAD_REQUEST);
    assertThat(failure.getMessage()).isEqualTo(why);
  }

  private static StartRun goal(String goal) {
    return StartRun.of(UUID.randomUUID(), Workshop.THREAD, goal);
  }

  @Test
  void thePlannerOfTheProductAnswers() {
    // Given
    Settings.Planner settings =
        new Settings.Planner(
            Settings.Intents.ONLY,
            Workshop.STEP_LIMIT,
            Optional.empty(),
            Settings.Actions.BY_WORDS,
            Workshop.APPROVAL_WAIT);
    Workshop product = new Workshop();
    done(product.vertx.deployVerticle(new PlannerVerticle(product.bus, settings)));
    // When
    RunAccepted accepted = done(product.ask(goal("blorb")));
    // Then
    assertThat(accepted.reception()).isEqualTo(Reception.BEGUN);
    product.close();
  }

  @Test
  void aGoalOfTooManyCharactersIsRefused() {
    assertRefused(goal("x".repeat(1_001)), "\"goal\" has 1,001 characters; up to 1,000 are taken.");
  }

  @Test
  void charactersAreCountedAsPeopleDo() {
    // Given
    workshop.brain.finish("Nice.");
    // When, Then
    assertThat(workshop.run("🦉".repeat(1_000)).answer()).isEqualTo("Nice.");
  }

  @Test
  void anEmptyGoalIsRefused() {
    assertRefused(goal(" \n"), "\"goal\" is empty: say what you want done.");
  }

  @Test
  void anOddThreadIsRefused() {
    String why = "\"threadId\" has to be " + ThreadKey.THREAD_ID_RULE;
    UUID runId = UUID.randomUUID();
    assertRefused(StartRun.of(runId, ThreadKey.local("x".repeat(129)), "hi"), why);
    assertRefused(StartRun.of(runId, ThreadKey.local("a\nb"), "hi"), why);
    assertRefused(StartRun.of(runId, ThreadKey.local(" "), "hi"), why);
    assertRefused(
        StartRun.of(runId, new ThreadKey("", "default"), "hi"), "\"ownerId\" is missing.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                                                          | "runId" is missing.
          {"runId":"f47ac10b-58cc-4372-a567-0e02b2c3d479"}            | "thread" is missing.
          {"runId":"f47ac10b-58cc-4372-a567-0e02b2c3d479","thread":{"ownerId":"local","threadId":"a"}} | "goal" is missing.
          """)
  void whatIsMissingInAMessageFromElsewhereIsRefused(String json, String why) {
    assertRefused(Json.read(json, StartRun.class), why);
  }
}
