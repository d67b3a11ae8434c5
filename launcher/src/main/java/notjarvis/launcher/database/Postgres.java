package notjarvis.launcher.database;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import notjarvis.launcher.database.Programs.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one server of a home: finds it, starts it, stops it. To be used alone, see {@link
 * DatabaseLock}.
 *
 * <p>{@code pg_ctl} starts it on every platform: it puts the server into a session of its own, out
 * of reach of the terminal's Ctrl-C, and on Windows drops the rights of an administrator.
 */
final class Postgres {
  private static final Logger logger = LoggerFactory.getLogger(Postgres.class);
  private static final Duration STOP_LIMIT = Duration.ofMinutes(1);

  /** A start includes the recovery after a crash. */
  private static final Duration START_LIMIT = Duration.ofMinutes(2);

  /** How long the children of a killed server may take to notice. */
  private static final Duration CHILDREN_LIMIT = Duration.ofSeconds(15);

  private static final Duration SPARE = Duration.ofSeconds(10);

  private final DatabaseHome home;
  private final Programs programs;
  private final Credentials credentials;
  private final DataFolder data;
  private final Ports ports;
  private final ServerLog log;

  Postgres(DatabaseHome home, Programs programs, Credentials credentials, ServerLog log) {
    this.home = home;
    this.programs = programs;
    this.credentials = credentials;
    this.log = log;
    this.data = new DataFolder(home, programs);
    this.ports = new Ports(home.port());
  }

  /** The server that runs on our data already, because who started it died or is still there. */
  Optional<Server> running() {
    return named().filter(this::isOurs).flatMap(this::answering);
  }

  /** Starts a server on the port of last time, or on another one if that is taken. */
  Server start() {
    Patience patience = new Patience(CHILDREN_LIMIT);
    int port = ports.free();
    Attempt attempt = attempt(port);
    while (!attempt.isGood() && attempt.mayPass() && patience.pause()) {
      port = attempt.portTaken() ? ports.another() : port;
      attempt = attempt(port);
    }
    return server(attempt);
  }

  /** Starts a server on this port and no other: somebody waits for it there. */
  Server startAt(int port) {
    return server(attempt(port));
  }

  /** Stops the server and waits; what is under way is rolled back, nothing committed is lost. */
  void stop() {
    Optional<ProcessHandle> process = named().filter(this::isOurs);
    if (process.isPresent() && !stop("fast") && !stop("immediate")) {
      logger.error("PostgreSQL (process {}) does not stop", process.get().pid());
    }
  }

  private record Attempt(Outcome outcome, String log) {
    boolean isGood() {
      return outcome.isGood();
    }

    String complaint() {
      return Complaints.in(outcome.output() + System.lineSeparator() + log);
    }

    boolean portTaken() {
      return log.contains("could not bind");
    }

    boolean mayPass() {
      return portTaken() || log.contains("pre-existing shared memory block");
    }
  }

  private Attempt attempt(int port) {
    data.prepare(port);
    disownStale();
    log.keepBounded();
    long before = log.end();
    Outcome outcome =
        programs.run(
            START_LIMIT.plus(SPARE),
            "pg_ctl",
            List.of(
                "start",
                "--silent",
                "--wait",
                "--timeout=" + START_LIMIT.toSeconds(),
                "--pgdata=" + home.data(),
                "--log=" + home.log()));
    return new Attempt(outcome, log.since(before));
  }

  private Server server(Attempt attempt) {
    if (!attempt.isGood()) {
      throw DatabaseStartException.because(
          "The embedded PostgreSQL did not start: %s. Its log is %s."
              .formatted(attempt.complaint(), home.log()),
          "Mend what it names (a full disk, for one) and start again.");
    }
    return named().flatMap(this::described).orElseThrow(this::endedAtOnce);
  }

  private DatabaseStartException endedAtOnce() {
    return DatabaseStartException.because(
        "The embedded PostgreSQL started and ended at once. Its log is " + home.log() + ".",
        "Mend what it names and start again.");
  }

  private boolean stop(String how) {
    return programs
        .run(
            STOP_LIMIT.plus(SPARE),
            "pg_ctl",
            List.of(
                "stop",
                "--silent",
                "--wait",
                "--timeout=" + STOP_LIMIT.toSeconds(),
                "--mode=" + how,
                "--pgdata=" + home.data()))
        .isGood();
  }

  /** The process that has the number which the data folder names. */
  private Optional<ProcessHandle> named() {
    return PostmasterFile.read(home.postmasterFile()).flatMap(file -> ProcessHandle.of(file.pid()));
  }

  /** A live server of this home, told by its program: a number may go to anybody after a crash. */
  private boolean isOurs(ProcessHandle process) {
    ProcessHandle.Info info = process.info();
    // of another user's process we may see the whole line alone, which begins with the program
    Optional<String> program = info.command().or(info::commandLine);
    return Server.isAlive(process)
        && program.map(path -> Path.of(path).startsWith(home.root())).orElse(true);
  }

  /** What a killed server left must not keep the next one from starting. */
  private void disownStale() {
    Optional<ProcessHandle> process = named().filter(other -> !isOurs(other));
    if (process.isPresent()) {
      logger.info("The PostgreSQL before was killed (process {})", process.get().pid());
      PostmasterFile.disown(home.postmasterFile());
    }
  }

  /** Waits for a server that may still be recovering, or stopping. */
  private Optional<Server> answering(ProcessHandle process) {
    Patience patience = new Patience(START_LIMIT);
    do {
      Optional<Server> server = answer(process);
      if (server.isPresent()) {
        return server;
      }
    } while (Server.isAlive(process) && patience.pause());
    if (Server.isAlive(process)) {
      throw DatabaseStartException.because(
          "A PostgreSQL (process %d) holds %s and does not answer. Its log is %s."
              .formatted(process.pid(), home.data(), home.log()),
          "End that process and start again.");
    }
    return Optional.empty();
  }

  private Optional<Server> answer(ProcessHandle process) {
    return described(process).filter(server -> isOnOurData(server.port()));
  }

  /** What the data folder says about this process, once its port stands there. */
  private Optional<Server> described(ProcessHandle process) {
    return PostmasterFile.read(home.postmasterFile())
        .filter(file -> file.pid() == process.pid() && file.port() > 0)
        .map(file -> new Server(process, file.port()));
  }

  private boolean isOnOurData(int port) {
    return new Login(port, credentials).dataFolder().filter(home.data()::equals).isPresent();
  }
}
