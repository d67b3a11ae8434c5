package notjarvis.planner.gemini;

import static notjarvis.testing.GeminiAnswer.answering;
import static notjarvis.testing.GeminiAnswer.blocked;
import static notjarvis.testing.GeminiAnswer.error;
import static notjarvis.testing.GeminiAnswer.failingAfter;
import static notjarvis.testing.GeminiAnswer.failingBareAfter;
import static notjarvis.testing.GeminiAnswer.finishing;
import static notjarvis.testing.GeminiAnswer.forbidden;
import static notjarvis.testing.GeminiAnswer.invalidKey;
import static notjarvis.testing.GeminiAnswer.overQuota;
import static notjarvis.testing.GeminiAnswer.stopping;
import static notjarvis.testing.GeminiAnswer.unknownModel;
import static notjarvis.testing.GeminiAnswer.withoutContent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.stream.Stream;
import notjarvis.config.Secret;
import notjarvis.config.Settings;
import notjarvis.failure.Failure;
import notjarvis.failure.FailureCode;
import notjarvis.planner.brain.Words;
import notjarvis.testing.GeminiAnswer;
import notjarvis.testing.GeminiStandIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** What asking again does not help: told at once, in words that say what to do. */
class GeminiTroubleTest {
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  private final GeminiFixture fixture = new GeminiFixture();
  private final Scene goal = Scene.goal("what is an MIT?");

  @AfterEach
  void close() {
    fixture.close();
  }

  static Stream<Arguments> lasting() {
    return Stream.of(
        arguments(invalidKey(), FailureCode.UNAVAILABLE, "Set GEMINI_API_KEY to a valid key"),
        arguments(invalidKey().inAnArray(), FailureCode.UNAVAILABLE, "GEMINI_API_KEY"),
        arguments(answering(401, "text/plain", "no"), FailureCode.UNAVAILABLE, "GEMINI_API_KEY"),
        arguments(forbidden(), FailureCode.UNAVAILABLE, "set GEMINI_API_KEY to another key"),
        arguments(unknownModel(), FailureCode.UNAVAILABLE, "Set GEMINI_MODEL to another"),
        arguments(unknownModel(), FailureCode.UNAVAILABLE, "\"gemini-3.5-flash-lite\""),
        arguments(
            error(400, "FAILED_PRECONDITION", "User location is not supported."),
            FailureCode.UNAVAILABLE,
            "region"),
        arguments(
            error(400, "INVALID_ARGUMENT", "Schema too complex"), FailureCode.INTERNAL, "log"),
        arguments(
            overQuota("GenerateRequestsPerDayPerProjectPerModel-FreeTier", Duration.ofMillis(1)),
            FailureCode.UNAVAILABLE,
            "Try again tomorrow"),
        arguments(
            overQuota("GenerateRequestsPerMinutePerProjectPerModel", A_MINUTE),
            FailureCode.UNAVAILABLE,
            "try again in 60 seconds"),
        arguments(answering(302, "text/html", ""), FailureCode.UNAVAILABLE, "GEMINI_BASE_URL"),
        arguments(
            answering(200, "application/json", "x".repeat(70_000)),
            FailureCode.UNAVAILABLE,
            "GEMINI_BASE_URL"),
        arguments(
            answering(200, "application/json", "{\"error\":{\"code\":403}}"),
            FailureCode.UNAVAILABLE,
            "GEMINI_API_KEY"),
        arguments(
            answering(200, "text/event-stream", "data: " + "x".repeat(1_100_000)),
            FailureCode.UNAVAILABLE,
            "too long"),
        arguments(blocked("PROHIBITED_CONTENT"), FailureCode.BAD_REQUEST, "declines to answer"),
        arguments(withoutContent("SAFETY"), FailureCode.BAD_REQUEST, "declines to answer"),
        arguments(
            stopping("{\"message\":\"It", "SAFETY"), FailureCode.BAD_REQUEST, "declines to answer"),
        arguments(withoutContent("RECITATION"), FailureCode.BAD_REQUEST, "word for word"),
        arguments(withoutContent("MAX_TOKENS"), FailureCode.UNAVAILABLE, "ran out of room"),
        arguments(stopping("", "STOP"), FailureCode.UNAVAILABLE, "gave no answer"),
        arguments(withoutContent("OTHER"), FailureCode.UNAVAILABLE, "gave no answer"),
        arguments(
            failingAfter("{\"message\":\"It", 400, "INVALID_ARGUMENT"),
            FailureCode.INTERNAL,
            "did not accept"),
        arguments(
            failingBareAfter("{\"message\":\"It", 403, "PERMISSION_DENIED"),
            FailureCode.UNAVAILABLE,
            "GEMINI_API_KEY"));
  }

  @ParameterizedTest
  @MethodSource("lasting")
  void whatWillNotPassIsToldAtOnce(GeminiAnswer answer, FailureCode code, String words) {
    fixture.gemini.then(answer);

    Failure failure = fixture.failureOn(goal);

    assertThat(failure.getMessage()).contains(words);
    assertThat(failure.code()).isEqualTo(code);
    assertThat(fixture.gemini.requests()).hasSize(1);
  }

  @Test
  void aKeyThatIsNoneIsRefusedByTheService() {
    Settings.Gemini settings =
        new Settings.Gemini(
            new Secret("not-a-key"),
            GeminiFixture.MODEL,
            fixture.gemini.baseUri(),
            GeminiFixture.DEADLINE);

    Failure failure = fixture.failureOf(fixture.brain(settings, ServiceLimits.USUAL), goal);

    assertThat(failure.getMessage()).contains("GEMINI_API_KEY");
    assertThat(fixture.gemini.refused()).isEqualTo(1);
  }

  @Test
  void aModelOfAnOddNameIsNotFound() {
    Settings.Gemini settings = fixture.gemini.settings("no/model at?all", GeminiFixture.DEADLINE);

    Failure failure = fixture.failureOf(fixture.brain(settings, ServiceLimits.USUAL), goal);

    assertThat(failure.getMessage()).contains("GEMINI_MODEL", "no/model at?all");
  }

  @Test
  void aDefectOfOursIsNotToldInItsOwnWords() {
    fixture.gemini.then(finishing("It is done."));
    Words broken = new BrokenWords();

    var failed = fixture.beginOn(goal.situation(), broken);

    Failure failure = GeminiFixture.failureIn(GeminiFixture.waitFor(failed).orElseThrow());
    assertThat(failure.code()).isEqualTo(FailureCode.INTERNAL);
    assertThat(failure)
        .hasMessage("Something went wrong inside Not-Jarvis; logs/jarvis.log says what.");
    assertThat(fixture.gemini.requests()).hasSize(1);
  }

  @Test
  void theKeyIsNeverInTheLogNorInTheWords() {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    Logger logger = (Logger) LoggerFactory.getLogger("notjarvis.planner.gemini");
    logger.addAppender(log);
    fixture.gemini.then(
        error(400, "INVALID_ARGUMENT", "The key " + GeminiStandIn.KEY + "\nis\u0007 odd"));

    Failure failure = fixture.failureOn(goal);

    logger.detachAppender(log);
    assertThat(failure.toString()).doesNotContain(GeminiStandIn.KEY);
    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .singleElement()
        .asString()
        .contains("The key *** is odd")
        .doesNotContain(GeminiStandIn.KEY);
  }

  /** A listener that has a defect. */
  private static final class BrokenWords implements Words {
    @Override
    public void append(String text) {
      throw new IllegalStateException("the listener is broken");
    }

    @Override
    public void restart() {}
  }
}
