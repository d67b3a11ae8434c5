package notjarvis.executor.desktop;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.IntStream;
import notjarvis.failure.Failure;

/** Where a screenshot goes: a new PNG file in a folder that exists. */
record PictureFile(Path path) {
  private static final String SUFFIX = ".png";
  private static final int LONGEST = 1_000;
  private static final int MOST_IN_A_SECOND = 100;
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'Screenshot' uuuu-MM-dd 'at' HH.mm.ss", Locale.ROOT);

  /**
   * The place that was asked for.
   *
   * @throws Failure when no picture may go there, with a text for the person
   */
  static PictureFile chosen(String text, Path home) {
    Path path = path(text, home);
    if (!text.toLowerCase(Locale.ROOT).endsWith(SUFFIX) || path.toString().length() > LONGEST) {
      throw Failure.badRequest("A screenshot is saved as a .png file; name one.");
    }
    if (!Files.isDirectory(path.resolveSibling(""))) {
      throw Failure.badRequest("The folder of " + path + " does not exist.");
    }
    return new PictureFile(path).free();
  }

  private static Path path(String text, Path home) {
    try {
      Path path = text.startsWith("~/") ? home.resolve(text.substring(2)) : Path.of(text);
      boolean clear = text.chars().noneMatch(Character::isISOControl);
      boolean network = text.startsWith("//") || text.startsWith("\\\\");
      if (clear && !network && path.isAbsolute() && path.equals(path.normalize())) {
        return path;
      }
    } catch (InvalidPathException e) {
      // told below
    }
    throw Failure.badRequest(
        "A screenshot needs a full path, such as ~/screen.png, without \"..\" in it.");
  }

  /** A new file in this folder, which is made if need be and is then the person's alone. */
  static PictureFile dated(Path folder, LocalDateTime now) throws IOException {
    Files.createDirectories(folder, privately());
    String name = NAME.format(now);
    return IntStream.rangeClosed(1, MOST_IN_A_SECOND)
        .mapToObj(n -> folder.resolve(n == 1 ? name + SUFFIX : name + " (" + n + ")" + SUFFIX))
        .filter(path -> !Files.exists(path, LinkOption.NOFOLLOW_LINKS))
        .findFirst()
        .map(PictureFile::new)
        .orElseThrow(() -> new FileAlreadyExistsException(folder.resolve(name).toString()));
  }

  private static FileAttribute<?>[] privately() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }

  private PictureFile free() {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      throw Failure.badRequest(path + " exists already; nothing is overwritten.");
    }
    return this;
  }

  /**
   * Puts the picture there, whole or not at all.
   *
   * @throws FileAlreadyExistsException when someone else took the place meanwhile
   */
  void keep(Path picture) throws IOException {
    Path beside = Files.createTempFile(path.resolveSibling(""), ".not-jarvis-", SUFFIX);
    try {
      copy(picture, beside);
      // an atomic move overwrites what is there, so the name is taken first
      Files.createFile(path);
      move(beside);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /** Into the same file, which is the person's alone from its first byte on. */
  private static void copy(Path picture, Path beside) throws IOException {
    try (OutputStream out = Files.newOutputStream(beside)) {
      Files.copy(picture, out);
    }
  }

  private void move(Path beside) throws IOException {
    try {
      Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Files.delete(path);
      throw e;
    }
  }
}
