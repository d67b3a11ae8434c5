package notjarvis.executor.desktop;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of our own in which one picture comes into being, so that no program is handed a path
 * from a model. Whatever a camera leaves in it shows the person's screen and is taken away.
 */
final class Darkroom implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Darkroom.class);

  private final Path folder;

  private Darkroom(Path folder) {
    this.folder = folder;
  }

  static Darkroom open() throws IOException {
    return new Darkroom(Files.createTempDirectory("not-jarvis-"));
  }

  /** Where cameras put their picture. */
  Path picture() {
    return folder.resolve("screen.png");
  }

  /** Takes away what the camera before left, which the next one may refuse to overwrite. */
  void clear() {
    try {
      Files.walkFileTree(folder, new Cleaner());
    } catch (IOException e) {
      LOG.warn("{} could not be read", folder, e);
    }
  }

  /** What cannot be taken away is the log's business: the picture is kept elsewhere by now. */
  @Override
  public void close() {
    clear();
    delete(folder);
  }

  private static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      LOG.warn("{} could not be deleted; it may show the screen", path, e);
    }
  }

  /** Deletes all that it can below the folder; links are not followed. */
  private final class Cleaner extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e) {
      if (!visited.equals(folder)) {
        delete(visited);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
