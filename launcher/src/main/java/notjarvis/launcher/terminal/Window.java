package notjarvis.launcher.terminal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/** The place where a command shows things: a live terminal where there is one, else plain text. */
public final class Window implements AutoCloseable {
  /** Speaks of terminals that it does not know, in the middle of the person's; kept from going. */
  private static final Logger JLINE = Logger.getLogger("org.jline");

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
   * @param interrupted what Ctrl-C does at a terminal, unless something else is agreed on; without
   *     a terminal it ends the process as ever
   */
  public static Window open(PrintStream out, Runnable interrupted) throws IOException {
    JLINE.setLevel(Level.OFF);
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
    LiveScreen screen = new LiveScreen(terminal);
    // JLine would have the system end us on the spot, with nothing put in order
    terminal.handle(Signal.INT, signal -> leave(screen, interrupted));
    return new Window(screen, terminal);
  }

  private static void leave(Screen screen, Runnable interrupted) {
    screen.rest();
    screen.show(Screen.Style.NOTICE, "Stopping.");
    interrupted.run();
  }

  /** Has Ctrl-C at a terminal do something else; what is returned gives it back. */
  public Runnable onInterrupt(Runnable interrupted) {
    if (terminal == null) {
      return () -> {};
    }
    Terminal agreed = terminal;
    SignalHandler before = agreed.handle(Signal.INT, signal -> interrupted.run());
    return () -> agreed.handle(Signal.INT, before);
  }

  public Screen screen() {
    return screen;
  }

  /** The terminal, when somebody sits at it. */
  public Optional<Terminal> terminal() {
    return Optional.ofNullable(terminal);
  }

  /**
   * Where the person types from now on, below all that is shown, when somebody sits there.
   *
   * @param history tells the file that keeps what was typed
   */
  public Optional<Prompt> prompt(Supplier<Path> history) throws IOException {
    if (terminal == null || !(screen instanceof LiveScreen live)) {
      return Optional.empty();
    }
    Prompt prompt = new Prompt(terminal, history.get());
    live.above(prompt);
    return Optional.of(prompt);
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
