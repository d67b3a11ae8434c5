package notjarvis.launcher.database;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that comes with the product. Its server is a process of its own, which outlives
 * ours if ours is killed; the next start then takes it over as it is. All calls block.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  private static final Logger logger = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final long LOG_LIMIT = 5_000_000;

  private final DatabaseLock lock;
  private final Postgres postgres;
  private final Supervisor supervisor;
  private final String url;
  private final boolean adopted;
  private final AtomicBoolean closed = new AtomicBoolean();

  private EmbeddedDatabase(
      DatabaseLock lock, Postgres postgres, Supervisor supervisor, String url, boolean adopted) {
    this.lock = lock;
    this.postgres = postgres;
    this.supervisor = supervisor;
    this.url = url;
    this.adopted = adopted;
  }

  /**
   * Starts the database of this home, or joins the one that runs there. From then on it is
   * restarted when it dies, until {@link #close}.
   *
   * @param home where the product keeps its things; the database goes to {@code postgres} in it
   * @throws DatabaseStartException if that is not possible
   */
  public static EmbeddedDatabase start(Path home) {
    return start(home, Account.candidates(Platform.current()));
  }

  static EmbeddedDatabase start(Path home, List<Account> accounts) {
    DatabaseHome place = DatabaseHome.open(home);
    DatabaseLock lock = DatabaseLock.open(place.lock());
    try {
      return lock.alone(() -> open(place, lock, accounts));
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** The address with role and password: a secret. */
  public String url() {
    return url;
  }

  /** Whether the server was already there. */
  public boolean adopted() {
    return adopted;
  }

  /** Stops the server and waits for it, unless another process uses it too. */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    supervisor.close();
    try {
      lock.alone(() -> stopUnlessUsed(lock, postgres));
    } finally {
      lock.close();
    }
  }

  private static EmbeddedDatabase open(
      DatabaseHome home, DatabaseLock lock, List<Account> accounts) {
    Credentials credentials = Credentials.of(home);
    Binaries binaries = Binaries.in(home.binaries(), Platform.current());
    Programs programs = Programs.as(accounts, binaries, home);
    ServerLog log = new ServerLog(home.log(), LOG_LIMIT);
    Postgres postgres = new Postgres(home, programs, credentials, log);
    Optional<Server> running = postgres.running();
    Server server = running.orElseGet(postgres::start);
    logger.info(
        "PostgreSQL {} on port {} (process {})",
        running.isPresent() ? "taken over" : "started",
        server.port(),
        server.process().pid());
    lock.join();
    setUp(lock, postgres, new Login(server.port(), credentials));
    Supervisor supervisor = new Supervisor(server, dead -> revive(lock, postgres, dead), log);
    supervisor.start();
    return new EmbeddedDatabase(
        lock, postgres, supervisor, url(server, credentials), running.isPresent());
  }

  private static void setUp(DatabaseLock lock, Postgres postgres, Login login) {
    try {
      login.setUp();
    } catch (DatabaseStartException e) {
      stopUnlessUsed(lock, postgres);
      throw e;
    }
  }

  /** Another process that uses the same home may have been faster; then its server is ours too. */
  private static Server revive(DatabaseLock lock, Postgres postgres, Server dead) {
    return lock.alone(() -> postgres.running().orElseGet(() -> postgres.startAt(dead.port())));
  }

  private static boolean stopUnlessUsed(DatabaseLock lock, Postgres postgres) {
    boolean last = lock.leave();
    if (last) {
      postgres.stop();
    } else {
      logger.info("PostgreSQL stays: another process uses it");
    }
    return last;
  }

  private static String url(Server server, Credentials credentials) {
    return "postgresql://%s:%s@127.0.0.1:%d/%s"
        .formatted(Credentials.JARVIS, credentials.jarvis(), server.port(), Credentials.JARVIS);
  }
}
