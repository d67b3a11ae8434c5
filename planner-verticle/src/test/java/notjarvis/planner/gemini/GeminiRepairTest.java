package notjarvis.planner.gemini;

import static notjarvis.testing.GeminiAnswer.deciding;
import static notjarvis.testing.GeminiAnswer.finishing;
import static notjarvis.testing.GeminiAnswer.saying;
import static notjarvis.testing.GeminiAnswer.stopping;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import notjarvis.failure.Failure;
import notjarvis.failure.FailureCode;
import notjarvis.journal.Usage;
import notjarvis.planner.brain.Decision;
import notjarvis.planner.brain.Thought;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers that cannot be used: repaired once, and paid for in any case. */
final class GeminiRepairTest {
  private final GeminiFixture fixture = new GeminiFixture();
  private final Scene goal = Scene.goal("find the MIT website and open it");

  @AfterEach
  void close() {
    fixture.close();
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
  void whatItCostIsAddedUpOverRepairs() {
    fixture.gemini.then(saying("no JSON"), finishing("Done."));

    Usage usage = fixture.thoughtOn(goal).usage();

    assertThat(usage).isEqualTo(new Usage(84, 24, 2));
  }

  @Test
  void whatItCostIsKnownThoughItCouldNotDecide() {
    fixture.gemini.then(saying("[1]"), saying("{\"message\":"));

    Thought thought = fixture.thoughtOn(goal);

    assertThat(thought.decision()).isInstanceOf(Decision.GiveUp.class);
    assertThat(thought.usage()).isEqualTo(new Usage(84, 24, 2));
  }
}
