package notjarvis.launcher.command;

import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;

/** A question to the person at a terminal. What they answer is no line to go back to. */
final class YesOrNo {
  private final LineReader reader;

  YesOrNo(LineReader reader) {
    this.reader = reader;
  }

  /**
   * Asks until there is an answer; Ctrl-C and Ctrl-D answer nothing.
   *
   * @param settled whether an answer is not needed any more; asked now and then, by another thread
   */
  Optional<Boolean> ask(String question, BooleanSupplier settled) {
    Lookout lookout = Lookout.until(settled);
    reader.setVariable(LineReader.DISABLE_HISTORY, true);
    try {
      Optional<Boolean> answer = Optional.empty();
      while (answer.isEmpty()) {
        answer = meaning(reader.readLine(question));
      }
      return answer;
    } catch (EndOfFileException | UserInterruptException e) {
      return Optional.empty();
    } finally {
      reader.setVariable(LineReader.DISABLE_HISTORY, false);
      lookout.end();
    }
  }

  private static Optional<Boolean> meaning(String line) {
    return switch (line.strip().toLowerCase(Locale.ROOT)) {
      case "y", "yes" -> Optional.of(true);
      case "n", "no" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
