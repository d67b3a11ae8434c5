package notjarvis.executor.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CallLimitsTest {
  private static final CallLimits LIMITS = CallLimits.STANDARD;

  @Test
  void thePauseDoublesAndHalfOfItIsChance() {
    assertThat(pause(unavailable(Optional.empty()), 1))
        .hasValueSatisfying(it -> assertThat(it).isBetween(ms(100), ms(200)));
    assertThat(pause(unavailable(Optional.empty()), 2))
        .hasValueSatisfying(it -> assertThat(it).isBetween(ms(200), ms(400)));
  }

  @Test
  void thereIsNoFourthTry() {
    assertThat(pause(unavailable(Optional.empty()), 3)).isEmpty();
  }

  @Test
  void noTryBeginsAfterTheWindow() {
    Reply reply = unavailable(Optional.empty());

    assertThat(LIMITS.pauseBeforeNext(reply, 1, ms(6_000))).isPresent();
    assertThat(LIMITS.pauseBeforeNext(reply, 1, ms(6_001))).isEmpty();
  }

  @Test
  void anAskedPauseOfFiveSecondsIsKeptAndALongerOneIsNot() {
    assertThat(pause(unavailable(Optional.of(ms(5_000))), 1)).contains(ms(5_000));
    assertThat(pause(unavailable(Optional.of(ms(5_001))), 1)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 302, 400, 401, 403, 404, 432, 433})
  void whatWillBeTheSameNextTimeIsNotTriedAgain(int status) {
    Reply reply = new Reply.Answer(status, Optional.empty(), MissingNode.getInstance());

    assertThat(pause(reply, 1)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Reply.Silence.class)
  void ofTheSilencesOnlyAnUnreachableServiceIsTriedAgain(Reply.Silence silence) {
    assertThat(pause(silence, 1).isPresent()).isEqualTo(silence == Reply.Silence.UNREACHABLE);
  }

  private static Optional<Duration> pause(Reply reply, int tried) {
    return LIMITS.pauseBeforeNext(reply, tried, Duration.ZERO);
  }

  private static Reply unavailable(Optional<Duration> askedPause) {
    return new Reply.Answer(503, askedPause, MissingNode.getInstance());
  }

  private static Duration ms(long number) {
    return Duration.ofMillis(number);
  }
}
