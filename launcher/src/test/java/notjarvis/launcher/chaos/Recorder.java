package notjarvis.launcher.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import notjarvis.launcher.whole.Jarvis;
import notjarvis.testing.Requirement;

/** Stands in for the person's browser, outside of all processes: writes down what it opens. */
public final class Recorder {
  private final Path script;
  private final Path opened;
  private final Path applications;

  private Recorder(Path script, Path opened, Path applications) {
    this.script = script;
    this.opened = opened;
    this.applications = applications;
  }

  public static Recorder in(Path folder) throws IOException {
    Requirement.program("xdg-open");
    Path opened = Files.createFile(folder.resolve("opened"));
    Path script = folder.resolve("browser");
    Files.writeString(script, "#!/bin/sh\nprintf '%s\\n' \"$1\" >> '" + opened + "'\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    return new Recorder(script, opened, Files.createDirectory(folder.resolve("applications")));
  }

  /** Has the executor of this home open websites here. */
  public Jarvis at(Jarvis home) {
    return home.with("BROWSER", script).with("DISPLAY", ":99").with("XDG_DATA_DIRS", applications);
  }

  /** How often each address was opened. */
  public Map<String, Long> effects() throws IOException {
    List<String> lines = Files.readAllLines(opened);
    return lines.stream()
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }
}
