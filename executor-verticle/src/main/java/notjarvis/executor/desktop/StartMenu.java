package notjarvis.executor.desktop;

import java.util.List;
import java.util.Optional;

/** The start menu of Windows as {@link PowerShell#startMenu} prints it. */
final class StartMenu {
  private static final int MOST_APPS = 5_000;

  private StartMenu() {}

  /** Reads lines of a name, a tab and the id under which the shell knows the application. */
  static List<App> parse(String output) {
    return output.lines().limit(MOST_APPS).flatMap(line -> app(line).stream()).toList();
  }

  private static Optional<App> app(String line) {
    int tab = line.indexOf('\t');
    String name = tab < 0 ? "" : line.substring(0, tab).replace("\uFEFF", "").strip();
    String id = line.substring(tab + 1).strip();
    return name.isEmpty() || id.isEmpty()
        ? Optional.empty()
        : Optional.of(new App(id, name, List.of()));
  }
}
