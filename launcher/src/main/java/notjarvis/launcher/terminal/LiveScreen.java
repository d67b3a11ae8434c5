package notjarvis.launcher.terminal;

import java.util.Timer;
import java.util.TimerTask;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jspecify.annotations.Nullable;

/** A terminal: text in styles, and a line at the end that moves while something is under way. */
public final class LiveScreen implements Screen, AutoCloseable {
  private static final String FRAMES = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";
  private static final String PLAIN_FRAMES = "|/-\\";
  private static final long FRAME_MS = 100;
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final Terminal terminal;
  private final String frames;
  private final Timer timer = new Timer("spinner", true);
  private @Nullable Prompt prompt;
  private String label = "";
  private long since;
  private int frame;

  public LiveScreen(Terminal terminal) {
    this.terminal = terminal;
    this.frames =
        terminal.encoding().newEncoder().canEncode(FRAMES.charAt(0)) ? FRAMES : PLAIN_FRAMES;
    timer.schedule(redraw(), FRAME_MS, FRAME_MS);
  }

  /** From now on somebody may be typing below what is shown. */
  synchronized void above(Prompt below) {
    prompt = below;
  }

  private TimerTask redraw() {
    return new TimerTask() {
      @Override
      public void run() {
        draw();
      }
    };
  }

  @Override
  public synchronized void show(Style style, String text) {
    StringBuilder lines = new StringBuilder(under());
    for (String line : text.split("\n", -1)) {
      lines
          .append(new AttributedStringBuilder().style(look(style)).append(line).toAnsi(terminal))
          .append(System.lineSeparator());
    }
    print(lines.toString());
  }

  private static AttributedStyle look(Style style) {
    return switch (style) {
      case PLAIN -> AttributedStyle.DEFAULT;
      case STEP -> AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN);
      case NOTICE -> AttributedStyle.DEFAULT.faint();
      case TROUBLE -> AttributedStyle.DEFAULT.foreground(AttributedStyle.YELLOW);
    };
  }

  @Override
  public synchronized void busy(String text) {
    label = text;
    since = System.nanoTime();
  }

  @Override
  public synchronized void rest() {
    if (prompt == null) {
      print(under());
    } else {
      prompt.status("");
    }
    label = "";
  }

  private synchronized void draw() {
    if (label.isEmpty()) {
      return;
    }
    long tenths = (System.nanoTime() - since) / 100_000_000;
    char sign = frames.charAt(frame++ % frames.length());
    String line = "%c %s (%d.%d s)".formatted(sign, label, tenths / 10, tenths % 10);
    if (prompt == null) {
      print(CLEAR_LINE + cut(line));
    } else {
      prompt.status(cut(line));
    }
  }

  private String cut(String line) {
    int width = terminal.getSize().getColumns();
    return width > 1 && line.length() >= width ? line.substring(0, width - 1) : line;
  }

  /** What takes the moving line away. */
  private String under() {
    return label.isEmpty() || prompt != null ? "" : CLEAR_LINE;
  }

  private void print(String text) {
    try {
      if (prompt == null) {
        terminal.writer().print(text);
        terminal.flush();
      } else {
        prompt.printAbove(text);
      }
    } catch (IllegalStateException e) {
      // the process ends, and the terminal was given back to whoever comes next
      timer.cancel();
    }
  }

  @Override
  public void close() {
    timer.cancel();
    rest();
  }
}
