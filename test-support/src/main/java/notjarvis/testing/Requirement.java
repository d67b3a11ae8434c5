package notjarvis.testing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a test needs on its machine. A test whose requirement is missing is skipped and the log says
 * what to install; with {@code JARVIS_TESTS_REQUIRE_ALL=true} in the environment it fails instead.
 */
public final class Requirement {
  private static final Logger LOG = LoggerFactory.getLogger(Requirement.class);
  private static final String REQUIRE_ALL = "JARVIS_TESTS_REQUIRE_ALL";
  private static final List<String> SYSTEM_FOLDERS = List.of("/usr/sbin", "/sbin");

  private Requirement() {}

  /** The executable of that name, on the {@code PATH} or in a folder of system programs. */
  public static Path program(String name) {
    return found(name)
        .orElseThrow(() -> missing("the program '" + name + "'; install its package"));
  }

  /** What is no program, such as the rights of the account that the tests run as. */
  public static void holds(boolean present, String what) {
    if (!present) {
      throw missing(what);
    }
  }

  /** How a test goes on that misses something: to be thrown. */
  static RuntimeException missing(String what) {
    String text = "This test needs " + what;
    if (Boolean.parseBoolean(System.getenv(REQUIRE_ALL))) {
      throw new AssertionError(text + " (" + REQUIRE_ALL + " is set)");
    }
    LOG.warn("SKIPPED: {}", text);
    return new TestAbortedException(text);
  }

  private static Optional<Path> found(String name) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    Stream<String> folders =
        Stream.concat(Arrays.stream(path.split(File.pathSeparator)), SYSTEM_FOLDERS.stream());
    return folders
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder, name))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }
}
