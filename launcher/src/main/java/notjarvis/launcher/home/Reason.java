package notjarvis.launcher.home;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import org.jspecify.annotations.Nullable;

/** Why a file or folder could not be used, in words for the person. */
final class Reason {
  private Reason() {}

  static String of(IOException failure) {
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (failure instanceof FileAlreadyExistsException) {
      return "something else has that name";
    }
    @Nullable String reason =
        failure instanceof FileSystemException known ? known.getReason() : failure.getMessage();
    return reason == null ? failure.getClass().getSimpleName() : reason;
  }
}
