package notjarvis.launcher.home;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The folder of the log. */
public final class HomeLog {
  private static final String PROPERTY = "jarvis.logs";
  private static final String FILE = "jarvis.log";

  private final Path folder;

  HomeLog(Path folder) {
    this.folder = folder;
  }

  /** Which file the log of this process is, for a sentence to the person. */
  public static String pointer() {
    return Optional.ofNullable(System.getProperty(PROPERTY))
        .map(folder -> Path.of(folder, FILE).toString())
        .orElse("its log");
  }

  /** The file that is written now. */
  public Path file() {
    return folder.resolve(FILE);
  }

  /**
   * Sends there what is logged from now on, and what is printed to {@link System#err}; to be called
   * before anything is logged.
   *
   * @return why not, for the person, when it cannot be written; then nothing is kept
   */
  public Optional<String> open() {
    Optional<String> trouble = provide();
    StrayLines.divert();
    return trouble;
  }

  private Optional<String> provide() {
    try {
      Private.folder(folder);
      Private.file(file());
      System.setProperty(PROPERTY, folder.toString());
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(
          "The log %s cannot be written (%s); going on without one."
              .formatted(file(), Reason.of(e)));
    }
  }
}
