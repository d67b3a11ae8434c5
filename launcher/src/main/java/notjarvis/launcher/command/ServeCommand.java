package notjarvis.launcher.command;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import notjarvis.config.Settings;
import notjarvis.gateway.http.LocalOnly;
import notjarvis.launcher.home.HomeLock;
import notjarvis.launcher.home.Instance;
import notjarvis.launcher.home.JarvisHome;
import notjarvis.launcher.server.Application;
import notjarvis.launcher.server.Placement;
import notjarvis.launcher.server.Role;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code jarvis serve}: all roles in this process, or some of a cluster, until it is stopped. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Run the server until Ctrl-C.")
final class ServeCommand implements Callable<Integer> {
  private static final String IN_THE_OPEN =
      "Others reach it there, over plain HTTP: put something that speaks TLS in front of it.";

  private final Surroundings surroundings;

  @Option(names = "--host", description = "The address to listen on (default: 127.0.0.1).")
  private @Nullable String host;

  @Option(
      names = "--port",
      converter = PortNumber.class,
      description = "The port to listen on (default: PORT, else 8000).")
  private @Nullable Integer port;

  @Option(
      names = "--roles",
      paramLabel = "ROLE,...",
      description =
          "What this process does, of gateway, planner, executor and persistence"
              + " (default: JARVIS_ROLES, else all).")
  private @Nullable String roles;

  @Option(
      names = "--cluster",
      paramLabel = "HOST:PORT,...",
      description =
          "Where this process is found by the others, then where they are"
              + " (default: JARVIS_CLUSTER, else none).")
  private @Nullable String cluster;

  ServeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException {
    System.setProperty("jarvis.console", "INFO");
    Settings settings = listening(surroundings.settings());
    Placement placement = Placement.read(placed());
    JarvisHome home = Surroundings.home(settings);
    Optional<HomeLock> lock = home.tryLock();
    if (lock.isEmpty()) {
      return taken(home);
    }
    Application.serve(settings, placement, home, lock.get());
    home.instanceFile().read().ifPresent(this::greet);
    if (placement.has(Role.GATEWAY) && !LocalOnly.isLocal(settings.gateway().host())) {
      surroundings.err().println(IN_THE_OPEN);
    }
    new CountDownLatch(1).await();
    return ExitCode.FINISHED;
  }

  private Settings listening(Settings settings) {
    return Surroundings.listeningOn(
        settings,
        host == null ? settings.gateway().host() : host,
        port == null ? settings.gateway().port() : port);
  }

  /** The command line comes before the environment. */
  private Map<String, String> placed() {
    Map<String, String> values = new HashMap<>(surroundings.values());
    if (roles != null) {
      values.put(Placement.ROLES, roles);
    }
    if (cluster != null) {
      values.put(Placement.CLUSTER, cluster);
    }
    return values;
  }

  private int taken(JarvisHome home) {
    String who = home.instanceFile().read().map(Instance::who).orElse("another process");
    surroundings
        .err()
        .println(
            "Not-Jarvis runs already in "
                + home.folder()
                + " ("
                + who
                + "). Stop it, or set JARVIS_HOME to another folder.");
    return ExitCode.FAILED;
  }

  private void greet(Instance instance) {
    surroundings
        .out()
        .println(
            instance.takesGoals()
                ? "Not-Jarvis listens on " + instance.address() + " (Ctrl-C stops it)"
                : "Not-Jarvis runs as " + instance.roles() + " (Ctrl-C stops it)");
  }
}
