package notjarvis.launcher.database;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after a server: when it dies, it is started again, later each time that it dies early. */
final class Supervisor implements AutoCloseable {
  private static final Logger logger = LoggerFactory.getLogger(Supervisor.class);
  private static final Duration LOOK = Duration.ofMillis(250);
  private static final Duration FIRST_WAIT = Duration.ofMillis(250);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  /** A server that lived this long did not die of its start. */
  private static final Duration STEADY = Duration.ofMinutes(1);

  private static final int TROUBLE = 3;

  private final CountDownLatch closing = new CountDownLatch(1);
  private final UnaryOperator<Server> revive;
  private final ServerLog log;
  private Server server;
  private long startedAt = System.nanoTime();
  private int deaths;

  /**
   * A supervisor that does nothing before {@link #start}.
   *
   * @param revive starts the server again that died
   */
  Supervisor(Server server, UnaryOperator<Server> revive, ServerLog log) {
    this.server = server;
    this.revive = revive;
    this.log = log;
  }

  Thread start() {
    Thread thread = new Thread(this::watch, "database-supervisor");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** Stops looking; a start that is under way goes on to its end. */
  @Override
  public void close() {
    closing.countDown();
  }

  /** How long to wait before the server is started after so many early deaths. */
  static Duration wait(int deaths) {
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(deaths - 1, 10));
    return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
  }

  private void watch() {
    while (!closedWithin(LOOK)) {
      log.keepBounded();
      if (!server.isAlive()) {
        restart();
      }
    }
  }

  private void restart() {
    boolean steady = System.nanoTime() - startedAt > STEADY.toNanos();
    deaths = steady ? 1 : deaths + 1;
    logger.warn("PostgreSQL (process {}) died; starting it again", server.process().pid());
    if (deaths >= TROUBLE) {
      logger.error("PostgreSQL died {} times in a row. Its log ends:\n{}", deaths, log.tail());
    }
    while (!closedWithin(wait(deaths)) && !isRevived()) {
      deaths++;
    }
  }

  private boolean isRevived() {
    try {
      server = revive.apply(server);
      startedAt = System.nanoTime();
      logger.info("PostgreSQL runs again (process {})", server.process().pid());
      return true;
    } catch (RuntimeException e) {
      if (closing.getCount() > 0) {
        logger.error("PostgreSQL cannot be started, the next try follows: {}", e.getMessage());
        logger.debug("Where that was", e);
      }
      return false;
    }
  }

  private boolean closedWithin(Duration time) {
    try {
      return closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
