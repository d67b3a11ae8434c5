package notjarvis.launcher.command;

import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import notjarvis.launcher.client.Errand;
import notjarvis.launcher.client.ServerException;
import notjarvis.launcher.terminal.Screen;
import notjarvis.launcher.terminal.Screen.Style;

/** What Ctrl-C does during a run: the first asks the run to stop, the second leaves it alone. */
final class Interruption implements Runnable {
  private final Link link;
  private final Errand errand;
  private final Screen screen;
  private final AtomicBoolean asked = new AtomicBoolean();

  Interruption(Link link, Errand errand, Screen screen) {
    this.link = link;
    this.errand = errand;
    this.screen = screen;
  }

  /** Whether the run was asked to stop. */
  boolean wasAsked() {
    return asked.get();
  }

  /** Returns at once, so that the next Ctrl-C is heard. */
  @Override
  public void run() {
    if (errand.isTaken() && asked.compareAndSet(false, true)) {
      screen.show(Style.NOTICE, "Asking it to stop (Ctrl-C again leaves it alone).");
      Thread asking = new Thread(this::cancel, "cancel");
      asking.setDaemon(true);
      asking.start();
    } else {
      link.giveUp();
    }
  }

  private void cancel() {
    try {
      link.server().resources().post("/v1/runs/" + errand.runId() + "/cancel", Map.of());
    } catch (ServerException | InterruptedException | RuntimeException e) {
      screen.show(Style.TROUBLE, "It could not be asked to stop. " + Trouble.of(e).text());
    }
  }
}
