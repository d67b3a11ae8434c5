package notjarvis.launcher.whole;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import notjarvis.testing.Requirement;
import notjarvis.testing.VirtualScreen;

/** A real window on a screen, so that a picture of it shows something. */
final class ShownWindow implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String TITLE = "Shown";

  private final Process program;

  private ShownWindow(Process program) {
    this.program = program;
  }

  static ShownWindow on(VirtualScreen screen) throws IOException {
    String xterm = Requirement.program("xterm").toString();
    ProcessBuilder command =
        new ProcessBuilder(xterm, "-display", screen.display(), "-T", TITLE, "-e", "sleep", "300");
    ShownWindow window = new ShownWindow(command.redirectError(Redirect.DISCARD).start());
    await().atMost(PATIENCE).until(() -> screen.windows().contains(TITLE));
    return window;
  }

  boolean isOpen() {
    return program.isAlive();
  }

  @Override
  public void close() {
    program.destroyForcibly().onExit().orTimeout(10, TimeUnit.SECONDS).join();
  }
}
