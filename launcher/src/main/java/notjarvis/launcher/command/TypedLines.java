package notjarvis.launcher.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;

/** Lines that are typed at a terminal, with editing and a history that outlasts the process. */
final class TypedLines implements Lines {
  private static final String PROMPT = "you> ";

  private final Terminal terminal;
  private final LineReader reader;

  TypedLines(Terminal terminal, Path history) {
    this.terminal = terminal;
    this.reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("jarvis")
            .variable(LineReader.HISTORY_FILE, history)
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .build();
  }

  @Override
  public Optional<String> next() {
    while (true) {
      try {
        return Optional.of(reader.readLine(PROMPT));
      } catch (EndOfFileException e) {
        return Optional.empty();
      } catch (UserInterruptException e) {
        if (e.getPartialLine().isEmpty()) {
          return Optional.empty();
        }
      }
    }
  }

  @Override
  public Optional<Boolean> confirm(String question, BooleanSupplier settled) {
    return new YesOrNo(reader).ask(question, settled);
  }

  @Override
  public void during(Runnable work, Runnable interrupted) {
    SignalHandler before = terminal.handle(Signal.INT, signal -> interrupted.run());
    try {
      work.run();
    } finally {
      terminal.handle(Signal.INT, before);
    }
  }
}
