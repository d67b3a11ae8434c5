package notjarvis.executor.desktop;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import notjarvis.action.Observation;
import notjarvis.web.WebAddress;

/**
 * Windows, without its command interpreter, which would read {@code &} and {@code %} in arguments.
 * Programs are named by their full path, because Windows looks into the current folder first.
 */
final class WindowsDesktop implements Desktop {
  private final Launcher launcher;
  private final String windows;
  private final PowerShell powerShell;

  WindowsDesktop(Host host, Launcher launcher) {
    this.launcher = launcher;
    this.windows = host.variable("SystemRoot").orElse("C:\\Windows");
    this.powerShell = new PowerShell(windows);
  }

  @Override
  public Optional<String> obstacle() {
    return Optional.empty();
  }

  @Override
  public Observation openWebsite(WebAddress address) {
    String program = windows + "\\System32\\rundll32.exe";
    return launcher
        .start(Command.of(program, "url.dll,FileProtocolHandler", address.toString()))
        .fold(
            ended -> opened(address, ended.exitCode()),
            () -> Answers.opening(address),
            () -> Answers.notOpened(address, "rundll32 could not be started"));
  }

  private static Observation opened(WebAddress address, int exitCode) {
    return exitCode == 0
        ? Answers.opening(address)
        : Answers.notOpened(address, "Windows answered with code " + exitCode);
  }

  @Override
  public Observation openApp(AppName name) {
    return launcher
        .run(powerShell.startMenu())
        .fold(
            menu -> found(name, menu),
            () -> Answers.notStarted(name.text(), "the start menu could not be read in time"),
            () -> Answers.notStarted(name.text(), "PowerShell could not be started"));
  }

  private Observation found(AppName name, Launched.Ended menu) {
    return menu.exitCode() == 0
        ? new Apps(StartMenu.parse(menu.output())).start(name, this::started)
        : Answers.notStarted(name.text(), "the start menu could not be read");
  }

  /** The Explorer's exit code says nothing: it is 1 when all went well. */
  private Observation started(App app) {
    return launcher
        .start(Command.of(windows + "\\explorer.exe", "shell:AppsFolder\\" + app.id()))
        .fold(
            ended -> Answers.starting(app.name()),
            () -> Answers.starting(app.name()),
            () -> Answers.notStarted(app.name(), "the Explorer could not be started"));
  }

  @Override
  public List<Command> cameras(Path picture) {
    return List.of(powerShell.screenshot(picture));
  }

  @Override
  public String cameraAdvice() {
    return "Not-Jarvis has to run in your own session, not as a service, and the screen must not be"
        + " locked.";
  }
}
