package notjarvis.launcher.home;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Makes folders and files that nobody but their owner can read; what is there stays as it is. */
final class Private {
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private Private() {}

  static void folder(Path folder) throws IOException {
    Files.createDirectories(folder.resolveSibling(""));
    Files.createDirectories(folder, permissions("rwx------"));
  }

  /** A file that can be written; an empty one where there is none. */
  static void file(Path file) throws IOException {
    Files.newByteChannel(
            file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND), forAFile())
        .close();
  }

  static FileAttribute<?>[] forAFile() {
    return permissions("rw-------");
  }

  private static FileAttribute<?>[] permissions(String text) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text))
        }
        : new FileAttribute<?>[0];
  }
}
