package notjarvis.executor.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AskedPauseTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @Test
  void secondsAreSeconds() {
    assertThat(AskedPause.ofHeader(" 3 ", NOW)).contains(Duration.ofSeconds(3));
  }

  @Test
  void aDateIsHowFarAwayItIs() {
    assertThat(AskedPause.ofHeader("Sun, 22 Nov 2026 10:00:04 GMT", NOW))
        .contains(Duration.ofSeconds(4));
  }

  @Test
  void aDateThatHasPassedIsNoPause() {
    assertThat(AskedPause.ofHeader("Sun, 22 Nov 2026 09:00:00 GMT", NOW)).contains(Duration.ZERO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-1", "99999999999999999999"})
  void whatIsNeitherIsIgnored(String header) {
    assertThat(AskedPause.ofHeader(header, NOW)).isEmpty();
  }

  @Test
  void withoutAHeaderNothingIsAsked() {
    assertThat(AskedPause.ofHeader(null, NOW)).isEmpty();
  }
}
