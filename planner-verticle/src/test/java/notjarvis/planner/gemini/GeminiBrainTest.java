package notjarvis.planner.gemini;

import static notjarvis.testing.GeminiAnswer.answering;
import static notjarvis.testing.GeminiAnswer.deciding;
import static notjarvis.testing.GeminiAnswer.finishing;
import static notjarvis.testing.GeminiAnswer.hangingAfter;
import static notjarvis.testing.GeminiAnswer.thinkingAloud;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import notjarvis.failure.Failure;
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
  void whatTheModelOnlyThinksIsLeftOut() {
    fixture.gemini.then(
        thinkingAloud(
            "{\"message\":\"hm\"", "{\"message\":\"Yes.\",\"is_complete\":true,\"action\":null}"));

    assertThat(fixture.decisionOn(goal)).isEqualTo(new Decision.Finish("Yes."));
    assertThat(fixture.heard.text()).isEqualTo("Yes.");
  }

  @Test
  void aTextThatDoesNotEndIsGivenUp() {
    fixture.gemini.then(finishing("x".repeat(300 * 1024)));

    Failure failure = fixture.failureOn(goal);

    assertThat(failure.getMessage()).contains("too long");
    await().untilAsserted(() -> assertThat(fixture.gemini.requests()).hasSize(1));
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
