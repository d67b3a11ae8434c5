package notjarvis.launcher.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import notjarvis.launcher.whole.Jarvis.Started;
import notjarvis.testing.Requirement;

/**
 * A program at a terminal of its own, which {@code script} of util-linux makes: keys and a view.
 */
final class AtTerminal {
  static final String CTRL_C = "\u0003";

  /** As a terminal sends it while a line is edited. */
  static final String UP = "\u001bOA";

  static final String ENTER = "\r";

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String ESCAPES = "\u001b\\[[0-9;?]*[A-Za-z]|\u001b[=>]";

  private final Started started;

  AtTerminal(Started started) {
    this.started = started;
  }

  /** The command that runs that one at a terminal. */
  static List<String> command(List<String> command) {
    String words =
        command.stream()
            .map(word -> "'" + word.replace("'", "'\\''") + "'")
            .collect(Collectors.joining(" "));
    return List.of(
        Requirement.program("script").toString(),
        "--quiet",
        "--return",
        "--flush",
        "--command",
        "stty cols 100 rows 30; exec " + words,
        "/dev/null");
  }

  void type(String keys) {
    try {
      OutputStream keyboard = started.process().getOutputStream();
      keyboard.write(keys.getBytes(StandardCharsets.UTF_8));
      keyboard.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void enter(String line) {
    type(line + ENTER);
  }

  /** What was shown so far, without what moves the cursor and colours the text. */
  String shown() {
    return started.printed().replaceAll(ESCAPES, "");
  }

  /** Waits until that text was shown so often. */
  void awaitShown(String text, int times) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(shown().split(Pattern.quote(text), -1)).hasSizeGreaterThan(times));
  }

  /** Waits until it has ended; tells its exit code. */
  int code() throws InterruptedException {
    assertThat(started.process().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
        .as(shown())
        .isTrue();
    return started.process().exitValue();
  }
}
