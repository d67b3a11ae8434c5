package notjarvis.launcher.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import notjarvis.launcher.terminal.Screen.Style;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.junit.jupiter.api.Test;

class LiveScreenTest {
  private final PipedOutputStream keyboard = new PipedOutputStream();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  @Test
  void whileSomethingIsUnderWayALineMovesAndTheNextTextTakesItsPlace() throws Exception {
    try (Terminal terminal = terminal();
        LiveScreen screen = new LiveScreen(terminal)) {
      screen.busy("Searching");
      await().until(() -> shown().contains("Searching (0."));
      screen.show(Style.STEP, "Found it.\nTwice.");
      await().until(() -> shown().contains("Twice."));
      screen.rest();
    }

    assertThat(shown()).contains("\u001b[K").contains("Found it.");
    assertThat(shown().indexOf("Found it.")).isGreaterThan(shown().indexOf("Searching"));
  }

  private Terminal terminal() throws IOException {
    return TerminalBuilder.builder()
        .system(false)
        .streams(new PipedInputStream(keyboard), bytes)
        .encoding(StandardCharsets.UTF_8)
        .type("xterm-256color")
        .build();
  }

  private String shown() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
