package notjarvis.launcher.command;

import java.util.function.Consumer;
import notjarvis.launcher.client.Ending;
import notjarvis.launcher.client.JarvisServer;
import notjarvis.launcher.client.ServerException;
import notjarvis.launcher.server.Instances.Attached;
import notjarvis.sse.ServerSentEvent;

/**
 * The way from a command to its server. The instance of a home may be another command's, which ends
 * when that one is done: then the next goal finds or starts another instance.
 */
final class Link implements AutoCloseable {
  private final ServerOptions options;
  private final Surroundings surroundings;
  private Attached attached;

  private Link(ServerOptions options, Surroundings surroundings, Attached attached) {
    this.options = options;
    this.surroundings = surroundings;
    this.attached = attached;
  }

  static Link open(ServerOptions options, Surroundings surroundings) throws InterruptedException {
    return new Link(options, surroundings, options.connect(surroundings));
  }

  JarvisServer server() {
    return attached.server();
  }

  /** Gives a goal and follows its stream; see {@link JarvisServer#pursue}. */
  Ending pursue(String goal, String thread, Consumer<ServerSentEvent> events)
      throws ServerException, InterruptedException {
    try {
      return server().pursue(goal, thread, events);
    } catch (ServerException e) {
      if (!e.isUnreached() || options.namesServer()) {
        throw e;
      }
      attached.close();
      attached = options.connect(surroundings);
      return server().pursue(goal, thread, events);
    }
  }

  @Override
  public void close() {
    attached.close();
  }
}
