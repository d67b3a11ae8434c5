package notjarvis.executor.desktop;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The host's own index of applications: the {@code .desktop} files below {@code XDG_DATA_HOME} and
 * {@code XDG_DATA_DIRS}. Read anew each time, so that what was just installed is found.
 */
final class DesktopFiles {
  static final String SUFFIX = ".desktop";

  private static final Logger LOG = LoggerFactory.getLogger(DesktopFiles.class);
  private static final int MOST_FILES = 5_000;
  private static final int LARGEST_FILE = 256 * 1024;
  private static final int DEEPEST = 4;

  private final Host host;
  private final Session session;

  DesktopFiles(Host host) {
    this.host = host;
    this.session = Session.of(host);
  }

  /** The applications that the menu shows, each with the file that describes it. */
  Map<App, Path> apps() {
    Map<App, Path> apps = new LinkedHashMap<>();
    files().forEach((id, file) -> app(id, file).ifPresent(app -> apps.put(app, file)));
    return apps;
  }

  /** The files by id; the first folder that has an id decides what it means. */
  private Map<String, Path> files() {
    Map<String, Path> files = new LinkedHashMap<>();
    Path home = host.home().resolve(".local/share");
    Stream.concat(
            host.folders("XDG_DATA_HOME", home.toString()).limit(1),
            host.folders("XDG_DATA_DIRS", "/usr/local/share:/usr/share"))
        .map(folder -> folder.resolve("applications"))
        .forEach(
            folder -> below(folder).forEach(file -> files.putIfAbsent(id(folder, file), file)));
    // an id like this would be read as an option by the launcher
    files.keySet().removeIf(id -> id.startsWith("-"));
    return files;
  }

  private static String id(Path folder, Path file) {
    return folder.relativize(file).toString().replace('/', '-');
  }

  private static List<Path> below(Path folder) {
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          folder, Set.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, new Collector(found));
    } catch (IOException e) {
      LOG.warn("The applications in {} could not be read", folder, e);
    }
    return found;
  }

  private Optional<App> app(String id, Path file) {
    try (InputStream bytes = Files.newInputStream(file)) {
      String text = new String(bytes.readNBytes(LARGEST_FILE), StandardCharsets.UTF_8);
      DesktopEntry entry = DesktopEntry.parse(text);
      return entry.isShownIn(session) && isInstalled(entry)
          ? Optional.of(entry.app(id, session))
          : Optional.empty();
    } catch (IOException e) {
      LOG.debug("{} could not be read", file, e);
      return Optional.empty();
    }
  }

  private boolean isInstalled(DesktopEntry entry) {
    return entry.tryExec().map(program -> host.program(program).isPresent()).orElse(true);
  }

  /** Gathers desktop files and passes over what cannot be read. */
  private static final class Collector extends SimpleFileVisitor<Path> {
    private final List<Path> found;

    Collector(List<Path> found) {
      this.found = found;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile() && file.toString().endsWith(SUFFIX)) {
        found.add(file);
      }
      return found.size() < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
      return FileVisitResult.CONTINUE;
    }
  }
}
