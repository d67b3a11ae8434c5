package notjarvis.launcher.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps processes apart that use the same home: one at a time starts and stops the server, and the
 * last one that uses it stops it. The operating system frees it all when a process dies.
 */
final class DatabaseLock implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(4);

  /** The bytes of the file that the two locks are on. */
  private static final long CHANGING = 0;

  private static final long USING = 1;

  /** A process holds its locks as one: a second opening in it would not be kept apart. */
  private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;
  private final ReentrantLock threads = new ReentrantLock();
  private @Nullable FileLock using;

  private DatabaseLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  static DatabaseLock open(Path file) {
    if (!OPEN.add(file)) {
      throw DatabaseStartException.because(
          "This process already runs the database in " + file.getParent() + ".",
          "Use that one, or set JARVIS_HOME to another folder.");
    }
    try {
      return new DatabaseLock(
          file,
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
    } catch (IOException e) {
      OPEN.remove(file);
      throw DatabaseStartException.atFile("open its lock " + file, e);
    }
  }

  /** Does this while no other process or thread does such a thing. */
  <T> T alone(Supplier<T> work) {
    threads.lock();
    try {
      return aloneAmongProcesses(work);
    } catch (IOException e) {
      throw unusable(e);
    } finally {
      threads.unlock();
    }
  }

  /** From here on this process uses the server. To be called alone. */
  void join() {
    try {
      using = channel.lock(USING, 1, true);
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** This process does not use the server any more; true when no other one does. */
  boolean leave() {
    try {
      if (using != null) {
        using.release();
      }
      try (FileLock all = channel.tryLock(USING, 1, false)) {
        return all != null;
      }
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  @Override
  public void close() {
    try (channel) {
      OPEN.remove(file);
    } catch (IOException e) {
      throw DatabaseStartException.atFile("close its lock " + file, e);
    }
  }

  private <T> T aloneAmongProcesses(Supplier<T> work) throws IOException {
    FileLock changing = changing();
    try {
      return work.get();
    } finally {
      changing.release();
    }
  }

  private DatabaseStartException unusable(IOException cause) {
    return DatabaseStartException.atFile("use its lock " + file, cause);
  }

  private FileLock changing() throws IOException {
    Patience patience = new Patience(LIMIT);
    FileLock lock = channel.tryLock(CHANGING, 1, false);
    while (lock == null && patience.pause()) {
      lock = channel.tryLock(CHANGING, 1, false);
    }
    if (lock == null) {
      throw DatabaseStartException.because(
          "Another process has been starting or stopping the database in "
              + file.getParent()
              + " for minutes.",
          "Wait for it or end it.");
    }
    return lock;
  }
}
