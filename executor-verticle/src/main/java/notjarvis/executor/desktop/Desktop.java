package notjarvis.executor.desktop;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import notjarvis.action.Observation;
import notjarvis.web.WebAddress;

/** The person's screen, in the ways of one operating system. Every method may wait. */
sealed interface Desktop permits LinuxDesktop, MacDesktop, WindowsDesktop {

  static Desktop of(Host host, Launcher launcher) {
    if (host.isMac()) {
      return new MacDesktop(launcher);
    }
    return host.isWindows() ? new WindowsDesktop(host, launcher) : new LinuxDesktop(host, launcher);
  }

  /** Why nothing can be shown or seen here, in words for the person. */
  Optional<String> obstacle();

  Observation openWebsite(WebAddress address);

  Observation openApp(AppName name);

  /** The programs that could take a picture of the screen into this new file, best first. */
  List<Command> cameras(Path picture);

  /** What the person can do when no camera works, in words for them. */
  String cameraAdvice();
}
