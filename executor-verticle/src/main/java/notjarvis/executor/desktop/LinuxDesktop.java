package notjarvis.executor.desktop;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import notjarvis.action.Observation;
import notjarvis.web.WebAddress;

/**
 * Linux with X11 or Wayland. Programs are started through {@code setsid}, without {@code --fork}:
 * the program then takes the place of {@code setsid} in a session of its own, so that it outlives
 * us and our Ctrl-C, and the exit code that we see is its own.
 */
final class LinuxDesktop implements Desktop {
  private static final List<String> SPECTACLE = List.of("spectacle", "-b", "-n", "-o");
  private static final List<String> GNOME_SCREENSHOT = List.of("gnome-screenshot", "-f");
  private static final List<List<String>> WAYLAND_CAMERAS =
      List.of(List.of("grim"), SPECTACLE, GNOME_SCREENSHOT);
  private static final List<List<String>> X11_CAMERAS =
      List.of(
          List.of("import", "-silent", "-window", "root"),
          List.of("scrot", "-o"),
          GNOME_SCREENSHOT,
          SPECTACLE);

  private final Host host;
  private final Launcher launcher;

  LinuxDesktop(Host host, Launcher launcher) {
    this.host = host;
    this.launcher = launcher;
  }

  @Override
  public Optional<String> obstacle() {
    return Display.of(host) == Display.NONE
        ? Optional.of(
            "There is no screen here: neither DISPLAY nor WAYLAND_DISPLAY is set. Start Not-Jarvis"
                + " from a terminal on your desktop, or set DISPLAY (often DISPLAY=:0).")
        : Optional.empty();
  }

  @Override
  public Observation openWebsite(WebAddress address) {
    return detached("xdg-open", List.of(), address.toString())
        .map(command -> opened(address, launcher.start(command)))
        .orElseGet(() -> Answers.notOpened(address, "xdg-open is missing; install xdg-utils"));
  }

  private static Observation opened(WebAddress address, Launched launched) {
    return launched.fold(
        ended -> opened(address, ended.exitCode()),
        // a browser that was not running yet keeps xdg-open waiting for as long as it stays open
        () -> Answers.opening(address),
        () -> Answers.notOpened(address, "xdg-open could not be started"));
  }

  private static Observation opened(WebAddress address, int exitCode) {
    return switch (exitCode) {
      case 0 -> Answers.opening(address);
      case 1 -> Answers.notOpened(address, "xdg-open did not understand the address");
      case 2 -> Answers.notOpened(address, "xdg-open took it for a file");
      case 3 -> Answers.notOpened(address, "no browser works here; install one or set BROWSER");
      case 4 -> Answers.notOpened(address, "the browser could not be started");
      default -> Answers.notOpened(address, "xdg-open ended with code " + exitCode);
    };
  }

  @Override
  public Observation openApp(AppName name) {
    Map<App, Path> files = new DesktopFiles(host).apps();
    return new Apps(files.keySet())
        .start(name, app -> started(app, Optional.ofNullable(files.get(app))));
  }

  private Observation started(App app, Optional<Path> file) {
    return detached("gtk-launch", List.of(), app.id() + DesktopFiles.SUFFIX)
        .or(() -> file.flatMap(path -> detached("gio", List.of("launch"), path.toString())))
        .map(command -> started(app, launcher.handOver(command)))
        .orElseGet(
            () -> Answers.notStarted(app.name(), "gtk-launch is missing; install libgtk-3-bin"));
  }

  private static Observation started(App app, Launched launched) {
    return launched.fold(
        ended -> started(app, ended.exitCode()),
        () -> Answers.unknown(app.name()),
        () -> Answers.notStarted(app.name(), "its launcher could not be started"));
  }

  private static Observation started(App app, int exitCode) {
    return exitCode == 0
        ? Answers.starting(app.name())
        : Answers.notStarted(app.name(), "its launcher ended with code " + exitCode);
  }

  private Optional<Command> detached(String program, List<String> options, String last) {
    Stream<Path> session = host.program("setsid").stream();
    return host.program(program)
        .map(path -> Stream.concat(session, Stream.of(path)).map(Path::toString).toList())
        .map(start -> Command.of(start, options, last));
  }

  @Override
  public List<Command> cameras(Path picture) {
    return Display.of(host) == Display.WAYLAND
        ? installed(WAYLAND_CAMERAS, picture).toList()
        : Stream.concat(RobotCamera.command(picture).stream(), installed(X11_CAMERAS, picture))
            .toList();
  }

  private Stream<Command> installed(List<List<String>> cameras, Path picture) {
    return cameras.stream().flatMap(camera -> installedOne(camera, picture).stream());
  }

  private Optional<Command> installedOne(List<String> camera, Path picture) {
    List<String> options = camera.subList(1, camera.size());
    return host.program(camera.get(0))
        .map(path -> Command.of(List.of(path.toString()), options, picture.toString()));
  }

  @Override
  public String cameraAdvice() {
    return Display.of(host) == Display.WAYLAND
        ? "Install grim (Sway, Hyprland and the like), spectacle (KDE) or gnome-screenshot (GNOME)."
        : "Install scrot or ImageMagick, or a Java that is not headless.";
  }
}
