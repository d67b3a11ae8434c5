package notjarvis.launcher.terminal;

import java.io.IOException;
import java.nio.file.Path;
import org.jline.reader.LineReader;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.reader.impl.history.DefaultHistory;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;

/**
 * Where the person types, with editing and a history that outlasts the process. It stays at the
 * bottom while text comes above it, which any thread may bring.
 */
public final class Prompt extends LineReaderImpl {
  private volatile AttributedString bare = AttributedString.EMPTY;

  Prompt(Terminal terminal, Path history) throws IOException {
    super(terminal, "jarvis");
    setVariable(LineReader.HISTORY_FILE, history);
    setHistory(new DefaultHistory());
    option(Option.DISABLE_EVENT_EXPANSION, true);
  }

  /**
   * Reads a line.
   *
   * @param begun what of it was typed before
   */
  public String read(String words, String begun) {
    bare = new AttributedString(words);
    return readLine(words, null, (Character) null, begun);
  }

  /** Has a reading that is interrupted leave nothing on the screen. */
  public void vanishing(boolean so) {
    option(Option.ERASE_LINE_ON_FINISH, so);
  }

  /** Shows what is under way in a line of its own above what is typed; an empty one goes away. */
  void status(String line) {
    lock.lock();
    try {
      if (reading) {
        prompt = line.isEmpty() ? bare : new AttributedString(line + "\n" + bare);
        redisplay();
      }
    } finally {
      lock.unlock();
    }
  }

  /** What is under way does not stay above a line that is finished. */
  @Override
  protected void doCleanup(boolean newLine) {
    prompt = bare;
    if (isSet(Option.ERASE_LINE_ON_FINISH)) {
      prompt = AttributedString.EMPTY;
      buf.clear();
    }
    super.doCleanup(newLine);
  }
}
