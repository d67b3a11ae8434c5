package notjarvis.executor.desktop;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import notjarvis.action.Observation;
import notjarvis.web.WebAddress;

/** macOS. {@code open} hands over to launchd, so what it opens lives on without us. */
final class MacDesktop implements Desktop {
  private static final String OPEN = "/usr/bin/open";
  private static final String SCREENCAPTURE = "/usr/sbin/screencapture";

  private final Launcher launcher;

  MacDesktop(Launcher launcher) {
    this.launcher = launcher;
  }

  @Override
  public Optional<String> obstacle() {
    return Optional.empty();
  }

  @Override
  public Observation openWebsite(WebAddress address) {
    return launcher
        .handOver(Command.of(OPEN, address.toString()))
        .fold(
            ended -> opened(address, ended.exitCode()),
            () -> Answers.unknown(address.toString()),
            () -> Answers.notOpened(address, OPEN + " could not be started"));
  }

  private static Observation opened(WebAddress address, int exitCode) {
    return exitCode == 0
        ? Answers.opening(address)
        : Answers.notOpened(address, OPEN + " ended with code " + exitCode);
  }

  @Override
  public Observation openApp(AppName name) {
    return launcher
        .handOver(Command.of(OPEN, "-a", name.text()))
        .fold(
            ended -> started(name.text(), ended.exitCode()),
            () -> Answers.unknown(name.text()),
            () -> Answers.notStarted(name.text(), OPEN + " could not be started"));
  }

  private static Observation started(String app, int exitCode) {
    return exitCode == 0
        ? Answers.starting(app)
        : Answers.notStarted(app, "macOS could not find it, or could not open it");
  }

  @Override
  public List<Command> cameras(Path picture) {
    return List.of(Command.of(SCREENCAPTURE, "-x", "-t", "png", picture.toString()));
  }

  @Override
  public String cameraAdvice() {
    return "Allow screen recording for your terminal in System Settings, Privacy & Security.";
  }
}
