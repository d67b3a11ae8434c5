package notjarvis.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import notjarvis.config.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

/** What is wrong on the command line is said before anything is started. */
class OptionsTest {
  @TempDir private Path folder = Path.of("");
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @ParameterizedTest
  @ValueSource(strings = {"-1", "99999", "65536", "eighty", "8000.5", ""})
  void aPortThatIsNoneIsWrongUsage(String port) {
    assertThat(run("serve", "--port", port)).isEqualTo(2);
    assertNamed("--port");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "example.com", ""})
  void aHostThatOthersCouldReachIsWrongUsage(String host) {
    assertThat(run("serve", "--host", host)).isEqualTo(2);
    assertNamed("--host");
  }

  @Test
  void whatToSetToLetOthersInIsSaid() {
    assertThat(run("serve", "--host", "0.0.0.0")).isEqualTo(2);
    assertNamed("set JARVIS_JWT_SECRET");
  }

  @Test
  void whereEverybodySignsInOthersMayReachTheServer() {
    Settings settings = Settings.read(Map.of("JARVIS_JWT_SECRET", "0123456789".repeat(4)));

    assertThat(Surroundings.listeningOn(settings, "0.0.0.0", 80).gateway().host())
        .isEqualTo("0.0.0.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a/b", "with space", "\u00e9"})
  void aThreadThatNoServerTakesIsWrongUsage(String thread) {
    assertThat(run("ask", "--thread", thread, "hi")).isEqualTo(2);
    assertNamed("--thread");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ftp://localhost",
        "mailto:someone",
        "http://",
        "http://local host",
        "http://user:pass@localhost",
        "http://localhost:99999",
        "http://localhost/path",
        "localhost?x"
      })
  void aServerThatIsNoAddressIsWrongUsage(String server) {
    assertThat(run("ask", "--server", server, "hi")).isEqualTo(2);
    assertNamed("--server");
  }

  @ParameterizedTest
  @CsvSource({
    "localhost:8000,http://localhost:8000",
    "127.0.0.1,http://127.0.0.1",
    "[::1]:8000,http://[::1]:8000",
    "http://localhost:8000/,http://localhost:8000/",
    "https://jarvis.example,https://jarvis.example"
  })
  void aServerMayBeNamedWithoutItsScheme(String typed, URI meant) {
    assertThat(new ServerAddress().convert(typed)).isEqualTo(meant);
  }

  @Test
  void aGoalThatCannotBeReadIsWrongUsage() {
    assertThat(run("ask", "caf\ufffd")).isEqualTo(2);
    assertNamed("goal");
    assertThatThrownBy(() -> Goal.readable("\ufffd")).isInstanceOf(TypeConversionException.class);
  }

  private void assertNamed(String option) {
    assertThat(err.toString(StandardCharsets.UTF_8)).contains(option).doesNotContain("Exception");
    assertThat(folder.resolve("home")).doesNotExist();
  }

  private int run(String... arguments) {
    Map<String, String> environment = Map.of("JARVIS_HOME", folder.resolve("home").toString());
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    BufferedReader nothing = new BufferedReader(new StringReader(""));
    return JarvisCommand.run(
        new Surroundings(environment, Optional.empty(), nothing, stream, stream, Duration.ZERO),
        arguments);
  }
}
