package notjarvis.launcher.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Whether websites and applications can be opened on this host. */
public final class DesktopCheck {
  private static final String PART = "Desktop";

  /** What opens websites, what opens applications, and what lets them outlive us. */
  private static final List<List<String>> NEEDED =
      List.of(List.of("xdg-open"), List.of("gtk-launch", "gio"), List.of("setsid"));

  private DesktopCheck() {}

  /** Looks at the display and the programs that open things. */
  public static Finding of(String system, Map<String, String> environment) {
    return of(system, environment, Displays.OF_THIS_HOST);
  }

  static Finding of(String system, Map<String, String> environment, Displays displays) {
    if (!system.toLowerCase(Locale.ROOT).contains("linux")) {
      return Finding.works(PART, system);
    }
    Optional<String> variable = Displays.variable(environment);
    return variable.isEmpty()
        ? Finding.absent(PART, "no display; start jarvis from a desktop session, or set DISPLAY")
        : shownAt(variable.get(), environment, displays);
  }

  private static Finding shownAt(
      String variable, Map<String, String> environment, Displays displays) {
    String display = variable + "=" + environment.get(variable);
    if (!displays.answers(variable, environment)) {
      return Finding.broken(
          PART, display + ", but no display answers there; start jarvis from a desktop session");
    }
    List<String> missing = missing(environment);
    return missing.isEmpty()
        ? Finding.works(PART, display)
        : Finding.broken(PART, "install what brings " + String.join(", ", missing));
  }

  private static List<String> missing(Map<String, String> environment) {
    return NEEDED.stream()
        .filter(anyOf -> anyOf.stream().noneMatch(name -> isOnPath(name, environment)))
        .map(anyOf -> String.join(" or ", anyOf))
        .toList();
  }

  private static boolean isOnPath(String program, Map<String, String> environment) {
    return Arrays.stream(environment.getOrDefault("PATH", "").split(":"))
        .filter(folder -> !folder.isEmpty())
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
