package notjarvis.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import notjarvis.config.ConfigurationException;
import notjarvis.config.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TokenMakerTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");

  private final TokenMaker maker = TokenMaker.with(new Secret("a-secret-of-32-bytes-or-more-ok!"));

  @Test
  void aTokenSaysWhoseItIsAndHowLongItIsGood() {
    String[] parts = maker.make("ann", Duration.ofHours(1), NOW).split("\\.", -1);

    assertThat(parts).hasSize(3);
    assertThat(text(parts[0])).isEqualTo("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
    assertThat(text(parts[1]))
        .isEqualTo(
            "{\"aud\":[\"not-jarvis\"],\"exp\":1795346130,\"iat\":1795342530,"
                + "\"iss\":\"not-jarvis\",\"sub\":\"ann\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "ann smith", "ann\n", "a/b", "\u00fc", "a:b"})
  void nobodyIsCalledThat(String name) {
    assertThatThrownBy(() -> maker.make(name, Duration.ofMinutes(1), NOW))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(TokenMaker.USER_RULE);
    assertThat(TokenMaker.isUser("x".repeat(65))).isFalse();
  }

  @Test
  void aTokenIsGoodForSomeTime() {
    assertThatThrownBy(() -> maker.make("ann", Duration.ofMillis(999), NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aSecretThatCouldBeGuessedIsRefused() {
    assertThatThrownBy(() -> TokenMaker.with(new Secret("x".repeat(31))))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("JARVIS_JWT_SECRET");
  }

  private static String text(String part) {
    return new String(Base64.getUrlDecoder().decode(part), UTF_8);
  }
}
