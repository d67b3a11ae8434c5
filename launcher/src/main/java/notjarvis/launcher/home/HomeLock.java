package notjarvis.launcher.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The right of one process to run in a home. The system takes it back when the process ends. */
public final class HomeLock implements AutoCloseable {
  private final FileChannel file;

  private HomeLock(FileChannel file) {
    this.file = file;
  }

  static Optional<HomeLock> tryLock(Path path) {
    try {
      FileChannel file =
          FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (locked(file) != null) {
        return Optional.of(new HomeLock(file));
      }
      file.close();
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot lock " + path, e);
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
