package notjarvis.executor.desktop;

import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import notjarvis.bus.Bus;
import notjarvis.config.Settings;
import notjarvis.executor.action.ActionHandler;

/** The actions that need the person's own screen. */
public final class DesktopActions {
  private static final int WORKERS = 4;

  private DesktopActions() {}

  /**
   * The handlers of this host. To be called while a verticle starts: the threads on which they wait
   * for programs end with that verticle.
   */
  public static List<ActionHandler> handlers(Vertx vertx, Bus bus, Settings.Executor settings) {
    return handlers(vertx, bus, settings, Host.ofThisProcess());
  }

  static List<ActionHandler> handlers(Vertx vertx, Bus bus, Settings.Executor settings, Host host) {
    WorkerExecutor workers = vertx.createSharedWorkerExecutor("desktop", WORKERS);
    Launcher launcher = new ProcessLauncher(host.environment());
    Clock clock = Clock.system(ZoneId.systemDefault());
    Screen screen = new Screen(workers, Desktop.of(host, launcher), clock);
    return List.of(
        new OpenWebsite(screen),
        new OpenApp(screen),
        new TakeScreenshot(
            screen,
            launcher,
            host.home(),
            settings.downloads(),
            clock,
            new Album(vertx.fileSystem(), bus)));
  }
}
