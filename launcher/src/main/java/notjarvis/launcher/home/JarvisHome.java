package notjarvis.launcher.home;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import notjarvis.failure.Failure;

/**
 * The folder in which an instance keeps everything ({@code JARVIS_HOME}); nobody else can read it.
 *
 * @param folder an absolute path
 */
public record JarvisHome(Path folder) {
  /** The folder, made if it is not there. */
  public static JarvisHome at(Path folder) {
    try {
      Files.createDirectories(folder);
      if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      }
      return new JarvisHome(folder);
    } catch (IOException e) {
      throw Failure.unavailable(
          "Cannot use "
              + folder
              + " as the home of Not-Jarvis ("
              + e
              + "). Set JARVIS_HOME to another folder.");
    }
  }

  /** Who runs here. */
  public InstanceFile instanceFile() {
    return new InstanceFile(folder.resolve("instance.json"));
  }

  /** Takes the folder for this process, if no other one has it. */
  public Optional<HomeLock> tryLock() {
    return HomeLock.tryLock(folder.resolve("instance.lock"));
  }

  public Path logs() {
    return folder.resolve("logs");
  }

  public Path chatHistory() {
    return folder.resolve("chat-history");
  }
}
