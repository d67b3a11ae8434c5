package notjarvis.launcher.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whether websites and applications can be opened on this host. */
public final class DesktopCheck {
  private static final String PART = "Desktop";
  private static final List<String> NEEDED = List.of("xdg-open", "gtk-launch", "setsid");

  private DesktopCheck() {}

  /** Looks at the display and the programs that open things. */
  public static Finding of(String system, Map<String, String> environment) {
    if (!system.toLowerCase(Locale.ROOT).contains("linux")) {
      return Finding.works(PART, system);
    }
    String display = environment.getOrDefault("WAYLAND_DISPLAY", environment.get("DISPLAY"));
    if (display == null || display.isBlank()) {
      return Finding.absent(
          PART, "no display; start jarvis from a desktop session, or set DISPLAY");
    }
    List<String> missing = NEEDED.stream().filter(name -> !isOnPath(name, environment)).toList();
    return missing.isEmpty()
        ? Finding.works(PART, "display " + display)
        : Finding.broken(PART, "install what brings " + String.join(", ", missing));
  }

  private static boolean isOnPath(String program, Map<String, String> environment) {
    return Arrays.stream(environment.getOrDefault("PATH", "").split(":"))
        .filter(folder -> !folder.isEmpty())
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
