package notjarvis.launcher.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/**
 * Where the embedded database keeps all that it has; for the eyes of its owner alone.
 *
 * @param root {@code postgres} in the home of the product, without symbolic links
 */
record DatabaseHome(Path root) {

  /** Signs that PostgreSQL's own start command, which goes through a shell, would not keep. */
  private static final String UNSAFE = "\"$`\\\n\r";

  /** Makes the folder, and closes it to others where it was open. */
  static DatabaseHome open(Path home) {
    Path root = home.toAbsolutePath().normalize().resolve("postgres");
    try {
      ownFolder(root);
      return new DatabaseHome(checked(root.toRealPath()));
    } catch (IOException e) {
      throw DatabaseStartException.atFile("make its folder " + root, e);
    }
  }

  Path binaries() {
    return root.resolve(Binaries.VERSION);
  }

  Path data() {
    return root.resolve("data");
  }

  /** Data in the making: it becomes {@link #data()} by a rename once it is whole. */
  Path unfinishedData() {
    return root.resolve("data.unfinished");
  }

  Path postmasterFile() {
    return data().resolve("postmaster.pid");
  }

  Path password() {
    return root.resolve("password");
  }

  Path port() {
    return root.resolve("port");
  }

  Path log() {
    return root.resolve("log");
  }

  /** What the last of PostgreSQL's programs had to say. */
  Path output() {
    return root.resolve("output");
  }

  Path lock() {
    return root.resolve("lock");
  }

  /** Writes a file that only the owner can read, so that it is there as a whole or not at all. */
  static void write(Path file, String text) throws IOException {
    Path unfinished = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".new");
    try {
      Files.writeString(unfinished, text);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /** Removes a folder with all that is in it, if it is there. */
  static void remove(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(path);
      }
    }
  }

  private static void ownFolder(Path folder) throws IOException {
    Path home = folder.getParent();
    if (home != null && !Files.isDirectory(home)) {
      Files.createDirectories(home);
      closeToOthers(home);
    }
    if (!Files.isDirectory(folder)) {
      Files.createDirectory(folder);
    }
    closeToOthers(folder);
  }

  private static void closeToOthers(Path folder) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
    if (view != null) {
      view.setPermissions(PosixFilePermissions.fromString("rwx------"));
    }
  }

  private static Path checked(Path root) {
    boolean windows = Platform.current().isWindows();
    if (!windows && root.toString().chars().anyMatch(sign -> UNSAFE.indexOf(sign) >= 0)) {
      throw DatabaseStartException.because(
          "The embedded database cannot live in "
              + root
              + ": PostgreSQL does not start in a"
              + " folder with a quote, a backslash, a dollar sign or a line break in its name.",
          "Set JARVIS_HOME to another folder.");
    }
    return root;
  }
}
