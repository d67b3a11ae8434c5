package notjarvis.launcher.command;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import notjarvis.failure.Failure;
import notjarvis.launcher.client.Attempts;
import notjarvis.launcher.client.Ending;
import notjarvis.launcher.client.Errand;
import notjarvis.launcher.client.JarvisServer;
import notjarvis.launcher.client.ServerException;
import notjarvis.launcher.server.Application;
import notjarvis.launcher.server.Instances.Attached;
import notjarvis.sse.ServerSentEvent;
import org.jspecify.annotations.Nullable;

/**
 * The way from a command to its server. The instance of a home may be another command's, which ends
 * when that one is done: then the next goal finds or starts another instance. If it is ours, others
 * may be using it.
 */
final class Link implements AutoCloseable {
  private static final long LOOK_AGAIN_MS = 20;
  private static final int LOOKS_BEFORE_WORDS = 25;
  private static final String OTHERS =
      "Another terminal still uses this instance; leaving when it is done (Ctrl-C leaves now).";

  private static final String LOST = "The connection broke. Trying to go on (Ctrl-C leaves it).";
  private static final String AWAY =
      "The connection to the server broke. This goes on as soon as it is back: jarvis serve starts"
          + " it (Ctrl-C leaves it).";

  private static final String SILENT =
      "The server has not answered. Asking it again (Ctrl-C leaves it).";

  private final ServerOptions options;
  private final Surroundings surroundings;
  private volatile Attached attached;
  private volatile Attempts attempts = new Attempts(Duration.ZERO);
  private volatile boolean ending;

  private Link(ServerOptions options, Surroundings surroundings, Attached attached) {
    this.options = options;
    this.surroundings = surroundings;
    this.attached = attached;
  }

  /**
   * Finds or starts the server.
   *
   * @throws CancellationException when the process is told to end meanwhile
   */
  static Link open(ServerOptions options, Surroundings surroundings) throws InterruptedException {
    Link link = new Link(options, surroundings, options.connect(surroundings));
    try {
      Runtime.getRuntime().addShutdownHook(new Thread(link::end, "end"));
    } catch (IllegalStateException e) {
      throw new CancellationException("The process ends");
    }
    return link;
  }

  JarvisServer server() {
    return attached.server();
  }

  /** Whether the server lives in this process. */
  boolean isOwn() {
    return attached.own() != null;
  }

  /**
   * Gives a goal and follows its stream, also when it is cut: the same server, or the one that came
   * in its place, is asked to go on; see {@link JarvisServer#pursue}.
   *
   * @param notices is told, in words, that the stream was lost
   */
  Ending pursue(Errand errand, Consumer<ServerSentEvent> events, Consumer<String> notices)
      throws ServerException, InterruptedException {
    Attempts now = new Attempts(surroundings.patience());
    attempts = now;
    while (true) {
      String before = errand.last();
      int streams = errand.streams();
      now.begin();
      try {
        return server().pursue(errand, events);
      } catch (ServerException e) {
        boolean first = now.failed(!errand.last().equals(before), errand.streams() > streams);
        recover(e, errand, now, first ? notices : repeated -> {});
      }
    }
  }

  /** Makes ready for another try, or says that there is none. */
  private void recover(
      ServerException failure, Errand errand, Attempts now, Consumer<String> notices)
      throws ServerException, InterruptedException {
    boolean gone = failure.isUnreached() && !options.namesServer();
    boolean hopeful = gone || failure.isWorthAnotherTry(errand.isTaken());
    if (!hopeful || !now.pause()) {
      throw failure;
    }
    if (errand.isTaken()) {
      notices.accept(attached.isStanding() ? AWAY : LOST);
    } else if (!failure.isUnreached()) {
      notices.accept(SILENT);
    }
    if (gone) {
      attached.close();
      findAgain(errand);
    }
  }

  /**
   * A server that is being started again may not be there yet. Whoever does so is not to find its
   * place taken.
   */
  private void findAgain(Errand errand) throws InterruptedException {
    try {
      attached =
          errand.isTaken() && attached.isStanding()
              ? ServerOptions.reconnect(surroundings)
              : options.connect(surroundings);
    } catch (Failure e) {
      if (!errand.isTaken()) {
        throw e;
      }
    }
  }

  /** Stops following what is followed now. May be called by any thread. */
  void giveUp() {
    attempts.giveUp();
    server().giveUp();
  }

  /** A stop of the server waits for open streams; ours is of no more use to anybody. */
  private void end() {
    ending = true;
    giveUp();
  }

  /** Leaves the server; one that is ours ends, when all others who follow a run there are done. */
  @Override
  public void close() {
    @Nullable Application own = attached.own();
    if (own != null) {
      waitForOthers(own);
    }
    attached.close();
  }

  private void waitForOthers(Application own) {
    try {
      // the end of our own stream takes a moment to get through
      for (int looks = 0; own.openStreams() > 0 && !ending; looks++) {
        if (looks == LOOKS_BEFORE_WORDS) {
          surroundings.err().println(OTHERS);
        }
        TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
