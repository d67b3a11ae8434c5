package notjarvis.launcher.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a running server writes about itself in its data folder, and leaves there when it is killed.
 *
 * @param port 0 as long as the server has not come that far
 */
record PostmasterFile(long pid, int port) {
  private static final int PID_LINE = 0;
  private static final int PORT_LINE = 3;

  /**
   * Names ourselves in place of a process that is no server any more but has its number. PostgreSQL
   * takes the number of who starts it for a stale one, and goes on to check, with the rest of the
   * file, whether children of the old server still hold its memory; without the file it could not.
   */
  static void disown(Path file) {
    try {
      List<String> lines = new ArrayList<>(Files.readAllLines(file));
      lines.set(PID_LINE, Long.toString(ProcessHandle.current().pid()));
      Files.write(file, lines);
    } catch (IOException e) {
      throw DatabaseStartException.atFile("mend " + file, e);
    }
  }

  /** Empty when there is none, or none that makes sense. */
  static Optional<PostmasterFile> read(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      return Optional.of(
          new PostmasterFile(Long.parseLong(line(lines, PID_LINE)), port(line(lines, PORT_LINE))));
    } catch (NoSuchFileException | NumberFormatException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw DatabaseStartException.atFile("read " + file, e);
    }
  }

  private static int port(String line) {
    return line.isEmpty() ? 0 : Integer.parseInt(line);
  }

  private static String line(List<String> lines, int number) {
    return number < lines.size() ? lines.get(number).strip() : "";
  }
}
