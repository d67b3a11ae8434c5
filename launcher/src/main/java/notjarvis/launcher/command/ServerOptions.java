package notjarvis.launcher.command;

import java.net.URI;
import notjarvis.config.Settings;
import notjarvis.launcher.client.JarvisServer;
import notjarvis.launcher.home.Instance;
import notjarvis.launcher.server.Instances;
import notjarvis.launcher.server.Instances.Attached;
import notjarvis.launcher.server.Placement;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which server a command talks to. */
final class ServerOptions {
  private static final int ANY_PORT = 0;
  private static final String OTHER_SETTINGS =
      "Using the Not-Jarvis of process %d. It was started with other settings (model, search,"
          + " display or what is allowed), and those count.";

  @Option(
      names = "--server",
      paramLabel = "URL",
      converter = ServerAddress.class,
      description = "A server that runs already; else the one of JARVIS_HOME, else a new one.")
  @Nullable URI server;

  boolean namesServer() {
    return server != null;
  }

  /** The server that was named, the instance of this home, or a new one in this process. */
  Attached connect(Surroundings surroundings) throws InterruptedException {
    if (server != null) {
      return Attached.named(new JarvisServer(server, surroundings.credentials()));
    }
    Settings settings = surroundings.settings();
    if (Placement.isNamedIn(surroundings.values())) {
      return instances(settings, surroundings).attach();
    }
    int port = surroundings.names("PORT") ? settings.gateway().port() : ANY_PORT;
    settings = Surroundings.listeningOn(settings, settings.gateway().host(), port);
    Attached attached = instances(settings, surroundings).attachOrStart(settings);
    Instance other = attached.other();
    if (other != null && !attached.alike()) {
      surroundings.err().println(OTHER_SETTINGS.formatted(other.pid()));
    }
    return attached;
  }

  /** The instance of this home, which somebody has to have started. */
  static Attached reconnect(Surroundings surroundings) throws InterruptedException {
    return instances(surroundings.settings(), surroundings).attach();
  }

  private static Instances instances(Settings settings, Surroundings surroundings) {
    return new Instances(Surroundings.home(settings), surroundings.credentials());
  }
}
