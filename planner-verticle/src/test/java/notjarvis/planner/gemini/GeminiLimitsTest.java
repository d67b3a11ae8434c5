package notjarvis.planner.gemini;

import static notjarvis.planner.gemini.GeminiFixture.limits;
import static notjarvis.testing.GeminiAnswer.finishing;
import static notjarvis.testing.GeminiAnswer.hangingAfter;
import static notjarvis.testing.GeminiAnswer.invalidKey;
import static notjarvis.testing.GeminiAnswer.saying;
import static notjarvis.testing.GeminiAnswer.silence;
import static notjarvis.testing.GeminiAnswer.unavailable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;
import notjarvis.failure.Failure;
import notjarvis.failure.FailureCode;
import notjarvis.planner.brain.Decision;
import notjarvis.planner.brain.Thought;
import notjarvis.testing.GeminiStandIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What ends in time: every decision by its deadline, and asking a service that keeps failing. */
class GeminiLimitsTest {
  private static final Duration MOMENT = Duration.ofMillis(10);

  /** Short for a person, and long enough for a request to arrive on a busy machine. */
  private static final Duration SHORT = Duration.ofSeconds(2);

  /** It takes a service for stalled after a second. */
  private static final ServiceLimits WATCHFUL =
      new ServiceLimits(
          2, Duration.ofSeconds(1), Duration.ofSeconds(1), MOMENT, MOMENT, 100, SHORT);

  private static final Decision DONE = new Decision.Finish("It is done.");

  private final GeminiFixture fixture = new GeminiFixture();
  private final GeminiStandIn gemini = fixture.gemini;
  private final Scene goal = Scene.goal("what is an MIT?");

  @AfterEach
  void close() {
    fixture.close();
  }

  private GeminiBrain brain(Duration deadline, ServiceLimits limits) {
    return fixture.brain(gemini.settings(GeminiFixture.MODEL, deadline), limits);
  }

  @Test
  void atTheDeadlineTheConnectionIsClosed() {
    gemini.then(silence());

    Failure failure = fixture.failureOf(brain(SHORT, ServiceLimits.USUAL), goal);

    assertThat(failure)
        .hasMessage("The language model did not answer in time; try again in a moment.");
    assertThat(failure.code()).isEqualTo(FailureCode.TIMEOUT);
    await().untilAsserted(() -> assertThat(gemini.abandoned()).isEqualTo(1));
  }

  @Test
  void theDeadlineHoldsInTheMiddleOfAnAnswerToo() {
    gemini.then(hangingAfter("{\"message\":\"It was"));

    Failure failure = fixture.failureOf(brain(SHORT, ServiceLimits.USUAL), goal);

    assertThat(failure.code()).isEqualTo(FailureCode.TIMEOUT);
    await().untilAsserted(() -> assertThat(gemini.abandoned()).isEqualTo(1));
  }

  @Test
  void theDeadlineHoldsOverAllRepairsAndRetriesTogether() {
    Duration wait = Duration.ofMillis(200);
    ServiceLimits endless = limits(50, wait, wait, 100, MOMENT);
    gemini.then(saying("no JSON")).answering(request -> unavailable());
    long before = System.nanoTime();

    Failure failure = fixture.failureOf(brain(SHORT, endless), goal);

    assertThat(failure.code()).isIn(FailureCode.UNAVAILABLE, FailureCode.TIMEOUT);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(SHORT.multipliedBy(4));
    assertThat(gemini.requests()).hasSizeGreaterThan(2);
  }

  @Test
  void anAttemptThatNeverBeginsLeavesTimeForTheNext() {
    gemini.then(silence(), finishing("It is done."));

    Thought thought = fixture.thoughtOf(brain(GeminiFixture.DEADLINE, WATCHFUL), goal);

    assertThat(thought.decision()).isEqualTo(DONE);
    await().untilAsserted(() -> assertThat(gemini.abandoned()).isEqualTo(1));
  }

  @Test
  void anAttemptThatStallsInTheMiddleLeavesTimeForTheNextWhichBeginsAnew() {
    gemini.then(hangingAfter("{\"message\":\"It was"), finishing("It is done."));

    Thought thought = fixture.thoughtOf(brain(GeminiFixture.DEADLINE, WATCHFUL), goal);

    assertThat(thought.decision()).isEqualTo(DONE);
    assertThat(fixture.heard.dropped()).containsExactly("It was");
    assertThat(thought.usage().modelCalls()).isEqualTo(2);
  }

  @Test
  void aServiceThatStallsEveryTimeIsToldOf() {
    gemini.answering(request -> silence());

    Failure failure = fixture.failureOf(brain(GeminiFixture.DEADLINE, WATCHFUL), goal);

    assertThat(failure).hasMessage("The language model does not answer; try again in a moment.");
    assertThat(gemini.requests()).hasSize(WATCHFUL.attempts());
  }

  @Test
  void aTextThatIsGivenUpClosesItsConnection() {
    gemini.then(hangingAfter("x".repeat(300 * 1024)));

    assertThat(fixture.failureOn(goal).getMessage()).contains("too long");

    await().untilAsserted(() -> assertThat(gemini.abandoned()).isEqualTo(1));
  }

  @Test
  void aServiceThatKeepsFailingIsLeftAloneAndTriedAgainLater() {
    ServiceLimits brief = limits(1, MOMENT, MOMENT, 2, SHORT);
    GeminiBrain brain = brain(GeminiFixture.DEADLINE, brief);
    gemini.then(unavailable(), unavailable()).answering(request -> finishing("It is done."));
    fixture.failureOf(brain, goal);
    fixture.failureOf(brain, goal);

    Failure failure = fixture.failureOf(brain, goal);

    assertThat(failure.getMessage()).contains("I will try it again in ");
    assertThat(gemini.requests()).hasSize(2);
    await()
        .untilAsserted(() -> assertThat(fixture.thoughtOf(brain, goal).decision()).isEqualTo(DONE));
  }

  @Test
  void ourOwnFaultsDoNotMakeItBeLeftAlone() {
    GeminiBrain brain =
        brain(GeminiFixture.DEADLINE, limits(1, MOMENT, MOMENT, 1, Duration.ofMinutes(1)));
    gemini.then(invalidKey(), invalidKey(), finishing("It is done."));
    fixture.failureOf(brain, goal);
    fixture.failureOf(brain, goal);

    assertThat(fixture.thoughtOf(brain, goal).decision()).isEqualTo(DONE);
  }

  @Test
  void aDecisionThatIsNotWantedAnyMoreClosesItsConnection() {
    gemini.then(hangingAfter("{\"message\":\"It was"));
    Future<Optional<Thought>> decision = fixture.beginOn(goal.situation());
    await().until(() -> !fixture.heard.text().isEmpty());
    fixture.unwanted.complete();
    assertThat(GeminiFixture.waitFor(decision).orElseThrow().decision())
        .isInstanceOf(Decision.GiveUp.class);
    await().untilAsserted(() -> assertThat(gemini.abandoned()).isEqualTo(1));
    assertThat(gemini.requests()).hasSize(1);
  }

  @Test
  void aDecisionThatIsNotWantedAnyMoreIsNotAskedForAgain() {
    Duration wait = Duration.ofMillis(100);
    GeminiBrain patient =
        brain(GeminiFixture.DEADLINE, limits(50, wait, wait, 100, Duration.ofMinutes(1)));
    gemini.answering(request -> unavailable());
    Future<Optional<Thought>> decision =
        patient.decide(goal.situation(), fixture.heard, fixture.unwanted.future());
    await().until(() -> !gemini.requests().isEmpty());
    fixture.unwanted.complete();
    assertThat(GeminiFixture.waitFor(decision).orElseThrow().decision())
        .isInstanceOf(Decision.GiveUp.class);
    assertThat(gemini.requests()).hasSizeLessThan(10);
  }

  @Test
  void onceClosedItSaysThatItCannotReachTheModel() {
    GeminiBrain brain = brain(GeminiFixture.DEADLINE, ServiceLimits.USUAL);
    GeminiFixture.waitFor(brain.close());

    assertThat(fixture.failureOf(brain, goal).getMessage()).startsWith("I cannot reach");
  }
}
