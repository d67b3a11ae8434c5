package notjarvis.launcher.terminal;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/** The place where a command shows things: a live terminal where there is one, else plain text. */
public final class Window implements AutoCloseable {
  private final Screen screen;
  private final @Nullable Terminal terminal;

  private Window(Screen screen, @Nullable Terminal terminal) {
    this.screen = screen;
    this.terminal = terminal;
  }

  /**
   * Opens the terminal that this process was started from.
   *
   * @param out where text goes when it is none
   */
  public static Window open(PrintStream out) throws IOException {
    Terminal terminal =
        TerminalBuilder.builder()
            .system(true)
            .systemOutput(TerminalBuilder.SystemOutput.SysOut)
            .dumb(true)
            .build();
    if (terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
      terminal.close();
      return new Window(new PlainScreen(out), null);
    }
    return new Window(new LiveScreen(terminal), terminal);
  }

  public Screen screen() {
    return screen;
  }

  /** The terminal, when somebody sits at it. */
  public Optional<Terminal> terminal() {
    return Optional.ofNullable(terminal);
  }

  @Override
  public void close() throws IOException {
    if (screen instanceof LiveScreen live) {
      live.close();
    }
    if (terminal != null) {
      terminal.close();
    }
  }
}
