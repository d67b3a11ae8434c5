package notjarvis.planner.gemini;

import static notjarvis.testing.GeminiAnswer.answering;
import static notjarvis.testing.GeminiAnswer.deciding;
import static notjarvis.testing.GeminiAnswer.finishing;
import static notjarvis.testing.GeminiAnswer.hangingAfter;
import static notjarvis.testing.GeminiAnswer.saying;
import static notjarvis.testing.GeminiAnswer.stopping;
import static notjarvis.testing.GeminiAnswer.thinkingAloud;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import notjarvis.failure.Failure;
import notjarvis.failure.FailureCode;
import notjarvis.journal.Usage;
import notjarvis.planner.brain.Decision;
import notjarvis.planner.brain.Thought;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Decisions: what comes back, what is heard meanwhile, and how an answer is repaired. */
class GeminiBrainTest {
  private final GeminiFixture fixture = new GeminiFixture();
  private final Scene goal = Scene.goal("find the MIT website and open it");

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void anActionIsDecidedOnAndItsMessageIsHeard() {
    fixture.gemini.then(deciding("I look it up.", "search", Map.of("query", "MIT website")));

    Thought thought = fixture.thoughtOn(goal);

    assertThat(thought.decision())
        .isEqualTo(new Decision.Act("I look it up.", "search", Map.of("query", "MIT website")));
    assertThat(thought.brain()).isEqualTo(GeminiFixture.MODEL);
    assertThat(fixture.heard.text()).isEqualTo("I look it up.");
    assertThat(fixture.gemini.refused()).isZero();
  }

  @Test
  void theAnswerIsHeardPieceByPieceExactlyAsItIs() {
    String answer =
        "Grüße 👋🏽 \"quoted\" \\ back\nslash \t – 日本語 and {\"message\":\"no\"} " + "x".repeat(500);
    fixture.gemini.then(finishing(answer));

    Decision decision = fixture.decisionOn(goal);

    assertThat(decision).isEqualTo(new Decision.Finish(answer));
    assertThat(fixture.heard.text()).isEqualTo(answer);
    assertThat(fixture.heard.pieces()).hasSizeGreaterThanOrEqualTo(3);
    assertThat(fixture.heard.dropped()).isEmpty();
  }

  @Test
  void theWordsAreHeardBeforeTheAnswerIsOver() {
    fixture.gemini.then(hangingAfter("{\"message\":\"It is a long"));

    var deciding = fixture.beginOn(goal.situation());

    await().untilAsserted(() -> assertThat(fixture.heard.text()).isEqualTo("It is a long"));
    assertThat(deciding.isComplete()).isFalse();
  }

  @Test
  void aResultIsNamedByItsNumberAndAnAddressByItsText() {
    fixture.gemini.then(
        deciding("I open it.", "open_website", Map.of("url", 2)),
        deciding("I open it.", "open_website", Map.of("url", "https://web.mit.edu/")));

    assertThat(fixture.actionOn(goal).arguments()).isEqualTo(Map.of("url", 2));
    assertThat(fixture.actionOn(goal).arguments()).isEqualTo(Map.of("url", "https://web.mit.edu/"));
  }

  @Test
  void anAliasStandsForTheActionsOwnName() {
    fixture.gemini.then(deciding("", "open", Map.of("url", 1)));

    assertThat(fixture.actionOn(goal).action()).isEqualTo("open_website");
  }

  @Test
  void whatItCostIsAddedUpOverRepairs() {
    fixture.gemini.then(saying("no JSON"), finishing("Done."));

    Usage usage = fixture.thoughtOn(goal).usage();

    assertThat(usage).isEqualTo(new Usage(84, 24, 2));
  }

  @Test
  void whatTheModelOnlyThinksIsLeftOut() {
    fixture.gemini.then(
        thinkingAloud(
            "{\"message\":\"hm\"", "{\"message\":\"Yes.\",\"is_complete\":true,\"action\":null}"));

    assertThat(fixture.decisionOn(goal)).isEqualTo(new Decision.Finish("Yes."));
    assertThat(fixture.heard.text()).isEqualTo("Yes.");
  }

  @Test
  void anUnusableAnswerIsRepairedOnceAndTheMessageBeginsAnew() {
    fixture.gemini.then(
        deciding("I fly there.", "fly_to_mars", Map.of()), finishing("I cannot fly."));

    Decision decision = fixture.decisionOn(goal);

    assertThat(decision).isEqualTo(new Decision.Finish("I cannot fly."));
    assertThat(fixture.heard.dropped()).containsExactly("I fly there.");
    assertThat(fixture.heard.text()).isEqualTo("I cannot fly.");
    assertThat(fixture.gemini.requests().get(1).lastTurn())
        .contains("find the MIT website", "I fly there.", "there is no action \"fly_to_mars\"");
  }

  @Test
  void anAnswerThatWasCutOffIsRepairedToo() {
    fixture.gemini.then(stopping("{\"message\":\"It is", "MAX_TOKENS"), finishing("Short."));

    assertThat(fixture.decisionOn(goal)).isEqualTo(new Decision.Finish("Short."));
    assertThat(fixture.gemini.requests().get(1).lastTurn()).contains("be brief");
  }

  @Test
  void aSecondUnusableAnswerIsAFailureInPlainWords() {
    fixture.gemini.then(saying("[1]"), saying("{\"message\":"));

    Failure failure = fixture.failureOn(goal);

    assertThat(failure.code()).isEqualTo(FailureCode.UNAVAILABLE);
    assertThat(failure)
        .hasMessage(
            "The language model answered twice in a way that I cannot use."
                + " Put it in other words, or try again.");
    assertThat(fixture.gemini.requests()).hasSize(2);
  }

  @Test
  void aTextThatDoesNotEndIsGivenUp() {
    fixture.gemini.then(finishing("x".repeat(300 * 1024)));

    Failure failure = fixture.failureOn(goal);

    assertThat(failure.getMessage()).contains("too long");
    await().untilAsserted(() -> assertThat(fixture.gemini.requests()).hasSize(1));
  }

  @Test
  void nestingWithoutEndIsAnUnusableAnswer() {
    fixture.gemini.then(saying("[".repeat(20_000)), finishing("Fine."));

    assertThat(fixture.decisionOn(goal)).isEqualTo(new Decision.Finish("Fine."));
  }

  @Test
  void halvesOfCharactersAndNulAreUnusableAndNeverHeard() {
    fixture.gemini.then(
        saying("{\"message\":\"a\\ud800b\",\"is_complete\":true,\"action\":null}"),
        saying("{\"message\":\"a\\u0000b\",\"is_complete\":true,\"action\":null}"));

    assertThat(fixture.failureOn(goal).getMessage()).contains("cannot use");
    assertThat(fixture.heard.dropped()).containsExactly("ab");
    assertThat(fixture.heard.text()).isEqualTo("ab");
  }

  @Test
  void aGoalWithHalfACharacterIsStillAsked() {
    fixture.gemini.then(finishing("Fine."));

    assertThat(fixture.decisionOn(Scene.goal("odd \uD800 goal")))
        .isEqualTo(new Decision.Finish("Fine."));
  }

  @Test
  void withNoStepLeftOnlyTheAnswerIsPossible() {
    fixture.gemini.then(deciding("Once more.", "search", Map.of("query", "x")), finishing("So."));

    Decision decision = fixture.decisionOn(goal.withStepsLeft(0));

    assertThat(decision).isEqualTo(new Decision.Finish("So."));
    assertThat(fixture.gemini.requests().get(0).actions()).isEmpty();
  }

  @Test
  void aStreamThatIsNotGeminisIsAFailureThatNamesTheSetting() {
    fixture.gemini.then(answering(200, "text/html", "<html>Welcome to the hotel</html>"));

    assertThat(fixture.failureOn(goal).getMessage()).contains("GEMINI_BASE_URL");
  }

  @Test
  void anEventThatIsNoAnswerIsAFailureThatNamesTheSetting() {
    fixture.gemini.then(answering(200, "text/event-stream", "data: hello\r\n\r\n"));

    assertThat(fixture.failureOn(goal).getMessage()).contains("GEMINI_BASE_URL");
  }
}
