package notjarvis.launcher.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import notjarvis.failure.Failure;
import org.jspecify.annotations.Nullable;

/** The right of one process to run in a home. The system takes it back when the process ends. */
public final class HomeLock implements AutoCloseable {
  private static final Set<StandardOpenOption> HOW =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);

  private final FileChannel file;

  private HomeLock(FileChannel file) {
    this.file = file;
  }

  static Optional<HomeLock> tryLock(Path path) {
    try {
      FileChannel file = FileChannel.open(path, HOW, Private.forAFile());
      if (locked(file) != null) {
        return Optional.of(new HomeLock(file));
      }
      file.close();
      return Optional.empty();
    } catch (IOException e) {
      throw Failure.unavailable(
          "Cannot use the lock %s (%s). Check who owns it, or set JARVIS_HOME to another folder."
              .formatted(path, Reason.of(e)));
    }
  }

  private static @Nullable FileLock locked(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot release the lock of the home", e);
    }
  }
}
