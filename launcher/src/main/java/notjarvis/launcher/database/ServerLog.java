package notjarvis.launcher.database;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the server writes; it appends to one file for as long as it lives. */
final class ServerLog {
  private static final Logger logger = LoggerFactory.getLogger(ServerLog.class);
  private static final int TAIL_BYTES = 2_000;

  private final Path file;
  private final long limit;

  ServerLog(Path file, long limit) {
    this.file = file;
    this.limit = limit;
  }

  /** Where the log ends now, for {@link #since}. */
  long end() {
    try {
      return Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  /** The last lines. */
  String tail() {
    return since(0);
  }

  /** The last lines of those that came after that. */
  String since(long position) {
    if (!Files.exists(file)) {
      return "";
    }
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      log.seek(Math.max(Math.min(position, log.length()), log.length() - TAIL_BYTES));
      byte[] bytes = new byte[(int) (log.length() - log.getFilePointer())];
      int read = log.read(bytes);
      return new String(bytes, 0, Math.max(read, 0), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      return "";
    }
  }

  /** Puts what is there aside, in place of what was put aside before, once it is too much. */
  void keepBounded() {
    if (end() <= limit) {
      return;
    }
    try {
      Path older = file.resolveSibling(file.getFileName() + ".1");
      Files.copy(file, older, StandardCopyOption.REPLACE_EXISTING);
      // the server has the file open and appends: emptying it in place is all that reaches it
      try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "rw")) {
        log.setLength(0);
      }
    } catch (IOException e) {
      logger.warn("The log of the database {} cannot be shortened: {}", file, e.toString());
    }
  }
}
