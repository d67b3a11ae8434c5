package notjarvis.launcher.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import notjarvis.launcher.client.Ending;
import notjarvis.sse.ServerSentEvent;
import org.junit.jupiter.api.Test;

class RunPrinterTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  @Test
  void inAPipeThereIsNothingButTheText() {
    RunPrinter printer = new RunPrinter(new PlainScreen(out));

    printer.accept(new ServerSentEvent("2.0", "step", "Searching."));
    printer.accept(new ServerSentEvent("3.0", "observation", ""));
    printer.accept(new ServerSentEvent("4.0", "answer", "Found.\nTwice."));

    assertThat(printed()).isEqualTo("Searching.\nFound.\nTwice.\n");
  }

  @Test
  void textFromOutsideCannotSteerTheTerminal() {
    RunPrinter printer = new RunPrinter(new PlainScreen(out));

    printer.accept(new ServerSentEvent("", "answer", "a\u001b[2Jb\u009b1mc\u0007\td"));

    assertThat(printed()).isEqualTo("a[2Jb1mc\td\n");
  }

  @Test
  void textFromOutsideCannotTurnTheDirectionOfWriting() {
    RunPrinter printer = new RunPrinter(new PlainScreen(out));

    printer.accept(
        new ServerSentEvent("", "answer", "a\u202e\u202a\u2066\u2069\u200e\u200f\u061cb"));

    assertThat(printed()).isEqualTo("ab\n");
  }

  @Test
  void forProgramsNothingOfATextIsLostButATerminalIsSafeFromIt() {
    new JsonPrinter(out).accept(new ServerSentEvent("", "answer", "a\u009b1m\u202e\u007f\u00e9"));

    assertThat(printed())
        .isEqualTo("{\"event\":\"answer\",\"text\":\"a\\u009b1m\\u202e\\u007f\u00e9\"}\n");
  }

  @Test
  void forProgramsEachEventIsALineOfJson() {
    JsonPrinter printer = new JsonPrinter(out);

    printer.accept(new ServerSentEvent("2.0", "step", "Searching \"x\"."));
    printer.end(new Ending("r", Ending.State.FAILED));
    printer.trouble("gone", Optional.empty());
    printer.trouble("cut", Optional.of("r"));

    assertThat(printed().lines())
        .containsExactly(
            "{\"event\":\"step\",\"id\":\"2.0\",\"text\":\"Searching \\\"x\\\".\"}",
            "{\"event\":\"done\",\"run_id\":\"r\",\"outcome\":\"failed\"}",
            "{\"event\":\"error\",\"text\":\"gone\"}",
            "{\"event\":\"error\",\"run_id\":\"r\",\"text\":\"cut\"}");
  }

  private String printed() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
