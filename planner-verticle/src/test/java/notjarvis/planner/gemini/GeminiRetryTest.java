package notjarvis.planner.gemini;

import static notjarvis.testing.GeminiAnswer.answering;
import static notjarvis.testing.GeminiAnswer.breakingAfter;
import static notjarvis.testing.GeminiAnswer.endingEarlyAfter;
import static notjarvis.testing.GeminiAnswer.failingAfter;
import static notjarvis.testing.GeminiAnswer.failingBareAfter;
import static notjarvis.testing.GeminiAnswer.finishing;
import static notjarvis.testing.GeminiAnswer.internalError;
import static notjarvis.testing.GeminiAnswer.overQuota;
import static notjarvis.testing.GeminiAnswer.tooManyRequests;
import static notjarvis.testing.GeminiAnswer.unavailable;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Context;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import notjarvis.config.Secret;
import notjarvis.config.Settings;
import notjarvis.failure.Failure;
import notjarvis.failure.FailureCode;
import notjarvis.journal.Usage;
import notjarvis.planner.brain.Decision;
import notjarvis.planner.brain.Thought;
import notjarvis.planner.brain.Words;
import notjarvis.testing.GeminiAnswer;
import notjarvis.testing.GeminiStandIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What may pass: asked again, and begun anew where something was already said. */
class GeminiRetryTest {
  private static final Decision DONE = new Decision.Finish("It is done.");

  private final GeminiFixture fixture = new GeminiFixture();
  private final GeminiStandIn gemini = fixture.gemini;
  private final Scene goal = Scene.goal("what is an MIT?");

  @AfterEach
  void close() {
    fixture.close();
  }

  static Stream<GeminiAnswer> passing() {
    return Stream.of(
        tooManyRequests(),
        internalError(),
        unavailable(),
        answering(408, "text/plain", ""),
        answering(502, "text/html", "<html>Bad gateway</html>"),
        answering(504, "application/json", "{\"error\":\"odd\"}"),
        unavailable().inAnArray(),
        overQuota("GenerateRequestsPerMinutePerProjectPerModel", Duration.ofMillis(5)));
  }

  @ParameterizedTest
  @MethodSource("passing")
  void whatMayPassIsAskedAgain(GeminiAnswer trouble) {
    gemini.then(trouble, trouble, finishing("It is done."));

    Thought thought = fixture.thoughtOn(goal);

    assertThat(thought.decision()).isEqualTo(DONE);
    assertThat(thought.usage()).isEqualTo(new Usage(42, 12, 3));
    assertThat(fixture.heard.dropped()).isEmpty();
  }

  static Stream<GeminiAnswer> cut() {
    String begun = "{\"message\":\"It was";
    return Stream.of(
        breakingAfter(begun),
        failingAfter(begun, 503, "UNAVAILABLE"),
        failingBareAfter(begun, 500, "INTERNAL"),
        endingEarlyAfter(begun));
  }

  @ParameterizedTest
  @MethodSource("cut")
  void anAnswerThatBreaksOffIsAskedForAgainAndBeginsAnew(GeminiAnswer broken) {
    gemini.then(broken, finishing("It is done."));

    Thought thought = fixture.thoughtOn(goal);

    assertThat(thought.decision()).isEqualTo(DONE);
    assertThat(fixture.heard.dropped()).containsExactly("It was");
    assertThat(fixture.heard.text()).isEqualTo("It is done.");
    assertThat(thought.usage().modelCalls()).isEqualTo(2);
  }

  @Test
  void aServiceThatStaysAwayIsTriedFourTimesAndThenToldOf() {
    gemini.answering(request -> unavailable());

    Failure failure = fixture.failureOn(goal);

    assertThat(failure)
        .hasMessage(
            "I cannot reach the language model right now, it is overloaded or down;"
                + " try again in a moment.");
    assertThat(failure.code()).isEqualTo(FailureCode.UNAVAILABLE);
    assertThat(gemini.requests()).hasSize(4);
  }

  @Test
  void aHostThatIsNotThereIsToldOfInPlainWords() {
    Settings.Gemini nowhere =
        new Settings.Gemini(
            new Secret("key"),
            GeminiFixture.MODEL,
            URI.create("http://127.0.0.1:1"),
            GeminiFixture.DEADLINE);

    Failure failure = fixture.failureOf(fixture.brain(nowhere, GeminiFixture.HASTY), goal);

    assertThat(failure)
        .hasMessage(
            "I cannot reach the language model right now. Check the network;"
                + " try again in a moment.");
  }

  @Test
  void theServiceIsNotAskedAgainBeforeTheTimeItNames() {
    gemini.then(overQuota("PerMinute", Duration.ofMillis(400)), finishing("It is done."));
    long before = System.nanoTime();

    fixture.thoughtOn(goal);

    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(400));
  }

  @Test
  void wordsAndDecisionArriveOnTheContextThatAsked() {
    gemini.then(unavailable(), finishing("It is done."));
    Set<Context> seen = ConcurrentHashMap.newKeySet();
    Promise<Void> told = Promise.promise();
    Context context = fixture.vertx.getOrCreateContext();

    context.runOnContext(
        go ->
            fixture
                .beginOn(goal.situation(), new Listener(seen))
                .onSuccess(thought -> seen.add(Vertx.currentContext()))
                .<Void>mapEmpty()
                .onComplete(told));

    GeminiFixture.waitFor(told.future());
    assertThat(seen).isEqualTo(Set.copyOf(List.of(context)));
  }

  /** Remembers where it was told. */
  private record Listener(Set<Context> seen) implements Words {
    @Override
    public void append(String text) {
      seen.add(Vertx.currentContext());
    }

    @Override
    public void restart() {
      seen.add(Vertx.currentContext());
    }
  }
}
