package notjarvis.executor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Who this executor is. The instance is kept in a file of its home, so that a repeated order finds
 * the same executor again after a restart.
 *
 * @param instance the stable identity
 * @param host the name of the host, for people
 */
record Identity(String instance, String host) {
  private static final String FILE = "executor-id";
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /**
   * Reads the identity, or creates it on the first start. It blocks.
   *
   * @throws IllegalStateException that names the file when it cannot be read or written
   */
  static Identity of(Path home) {
    Path file = home.resolve(FILE);
    try {
      if (Files.notExists(file)) {
        create(home, file);
      }
      return new Identity(checked(Files.readString(file).strip(), file), hostName());
    } catch (IOException e) {
      throw new IllegalStateException(
          "The executor's identity in " + file + " cannot be read or written: check who owns it.",
          e);
    }
  }

  private static String checked(String text, Path file) {
    if (!UUID_TEXT.matcher(text).matches()) {
      throw new IllegalStateException(
          file + " does not hold an executor's identity: remove it to start with a new one.");
    }
    return text;
  }

  /** A crash on the way leaves either no file or a whole one. */
  private static void create(Path home, Path file) throws IOException {
    Files.createDirectories(home, forTheOwner("rwx------"));
    Path draft = Files.createTempFile(home, FILE, ".new", forTheOwner("rw-------"));
    byte[] text = (UUID.randomUUID() + "\n").getBytes(StandardCharsets.UTF_8);
    Files.write(draft, text, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static FileAttribute<?>[] forTheOwner(String permissions) {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
