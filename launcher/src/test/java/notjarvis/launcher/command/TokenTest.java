package notjarvis.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import notjarvis.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenTest {
  private static final String SECRET = "0123456789abcdef0123456789abcdef";

  @TempDir private Path folder = Path.of("");
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void aTokenNamesItsUserAndItsEndAndIsSigned() throws Exception {
    assertThat(run(SECRET, "token", "--user", "ann@example.com", "--days", "2")).isZero();

    String[] parts = text(out).strip().split("\\.", -1);
    JsonNode claims = json(parts[1]);
    assertThat(json(parts[0]).path("alg").asText()).isEqualTo("HS256");
    assertThat(claims.path("sub").asText()).isEqualTo("ann@example.com");
    assertThat(claims.path("iss").asText()).isEqualTo("not-jarvis");
    assertThat(claims.path("aud").get(0).asText()).isEqualTo("not-jarvis");
    Instant end = Instant.ofEpochSecond(claims.path("exp").asLong());
    assertThat(end).isBetween(later(1), later(2).plusSeconds(1));
    assertThat(Base64.getUrlDecoder().decode(parts[2])).isEqualTo(mac(parts[0] + "." + parts[1]));
  }

  @Test
  void withoutASecretItSaysWhatToSet() {
    assertThat(run("", "token", "--user", "ann")).isEqualTo(2);

    assertThat(text(err)).contains("JARVIS_JWT_SECRET is not set");
  }

  @Test
  void aSecretThatCanBeGuessedIsRefusedAndNotShown() {
    assertThat(run("tell-nobody", "token", "--user", "ann")).isEqualTo(2);

    assertThat(text(err)).contains("at least 32 bytes").doesNotContain("tell-nobody");
  }

  @ParameterizedTest
  @CsvSource({"a b,1,--user", "'',1,--user", "ann,0,--days", "ann,3651,--days", "ann,x,--days"})
  void whatCannotBeUsedIsWrongUsage(String user, String days, String option) {
    assertThat(run(SECRET, "token", "--user", user, "--days", days)).isEqualTo(2);

    assertThat(text(err)).contains(option).doesNotContain("Exception");
  }

  private int run(String secret, String... arguments) {
    Map<String, String> environment = new HashMap<>();
    environment.put("JARVIS_HOME", folder.resolve("home").toString());
    environment.put("JARVIS_JWT_SECRET", secret);
    return JarvisCommand.run(
        new Surroundings(
            environment,
            Optional.empty(),
            new BufferedReader(new StringReader("")),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Duration.ZERO),
        arguments);
  }

  private static Instant later(int days) {
    return Instant.now().plus(days, ChronoUnit.DAYS);
  }

  private static JsonNode json(String part) throws Exception {
    return Json.mapper().readTree(Base64.getUrlDecoder().decode(part));
  }

  private static byte[] mac(String text) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
