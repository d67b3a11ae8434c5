package notjarvis.launcher.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import org.jspecify.annotations.Nullable;

/** The embedded database cannot run; the message says to a person what happened and what to do. */
public final class DatabaseStartException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final String WAY_OUT = "Or set DATABASE_URL to use a PostgreSQL of your own.";

  private DatabaseStartException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** What happened, and what to do about it. */
  static DatabaseStartException because(String happened, String advice) {
    return new DatabaseStartException(String.join(" ", happened, advice, WAY_OUT), null);
  }

  /** A file or folder of the database could not be read or written. */
  static DatabaseStartException atFile(String doing, IOException cause) {
    return new DatabaseStartException(
        ("The embedded database could not %s: %s. Check that the folder can be written and that the"
                + " disk is not full. %s")
            .formatted(doing, reason(cause), WAY_OUT),
        cause);
  }

  static DatabaseStartException interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new DatabaseStartException("The start of the embedded database was interrupted.", cause);
  }

  private static String reason(IOException cause) {
    if (cause instanceof AccessDeniedException denied) {
      return denied.getFile() + ": permission denied";
    }
    if (cause instanceof FileSystemException failed && failed.getReason() == null) {
      return failed.getClass().getSimpleName().replace("Exception", "") + ": " + failed.getFile();
    }
    return String.valueOf(cause.getMessage());
  }
}
