package notjarvis.executor.desktop;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The computer that this runs on. Nothing else in this package asks the system for its name or its
 * environment.
 *
 * @param osName as the property {@code os.name} has it
 * @param environment variables by name; on Windows the case of a name does not matter
 * @param home the person's home folder
 */
record Host(String osName, Map<String, String> environment, Path home) {
  Host {
    Map<String, String> copy =
        new TreeMap<>(isWindows(osName) ? String.CASE_INSENSITIVE_ORDER : null);
    copy.putAll(environment);
    environment = Collections.unmodifiableMap(copy);
  }

  static Host ofThisProcess() {
    String home = System.getenv().getOrDefault("HOME", System.getProperty("user.home", ""));
    return new Host(
        System.getProperty("os.name", ""), System.getenv(), Path.of(home).toAbsolutePath());
  }

  boolean isMac() {
    return osName.startsWith("Mac");
  }

  boolean isWindows() {
    return isWindows(osName);
  }

  private static boolean isWindows(String osName) {
    return osName.startsWith("Windows");
  }

  /** The value of a variable; an empty one counts as not set. */
  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }

  /** The entries of a variable that lists absolute paths. */
  Stream<Path> folders(String variable, String otherwise) {
    return Arrays.stream(variable(variable).orElse(otherwise).split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .map(Path::of)
        .filter(Path::isAbsolute);
  }

  /** Where the program of this name is installed. */
  Optional<Path> program(String name) {
    return folders("PATH", "/usr/local/bin:/usr/bin:/bin")
        .map(folder -> folder.resolve(name))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }
}
