package notjarvis.launcher.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import notjarvis.launcher.database.Programs.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The data: made once, never touched by a PostgreSQL of another major version. */
final class DataFolder {
  private static final Logger logger = LoggerFactory.getLogger(DataFolder.class);
  private static final Duration LIMIT = Duration.ofMinutes(3);

  /** Written anew at each start, so that the settings are those of the version that runs. */
  private static final String SETTINGS =
      """
      # Written by Not-Jarvis at each start. For settings of your own use ALTER SYSTEM.
      listen_addresses = '127.0.0.1'
      port = %d
      unix_socket_directories = ''
      password_encryption = 'scram-sha-256'
      max_connections = 40
      fsync = on
      synchronous_commit = on
      full_page_writes = on
      shared_buffers = '64MB'
      max_wal_size = '256MB'
      # parallel queries need more shared memory than a container gives
      max_parallel_workers_per_gather = 0
      # what a person said stays out of the log, failed statements included
      log_min_error_statement = panic
      log_checkpoints = off
      log_line_prefix = '%%m [%%p] '
      lc_messages = 'C'
      timezone = 'UTC'
      log_timezone = 'UTC'
      """;

  private static final String WHO_MAY_CONNECT =
      """
      # Written by Not-Jarvis at each start.
      host all all 127.0.0.1/32 scram-sha-256
      """;

  private final DatabaseHome home;
  private final Programs programs;

  DataFolder(DatabaseHome home, Programs programs) {
    this.home = home;
    this.programs = programs;
  }

  /** Makes the folder ready for a server on this port. */
  void prepare(int port) {
    try {
      if (!Files.exists(home.data())) {
        create();
      }
      refuseOtherVersion();
      programs.account().take(home.data());
      programs.account().take(home.log());
      DatabaseHome.write(home.data().resolve("postgresql.conf"), SETTINGS.formatted(port));
      DatabaseHome.write(home.data().resolve("pg_hba.conf"), WHO_MAY_CONNECT);
    } catch (IOException e) {
      throw DatabaseStartException.atFile("prepare its data " + home.data(), e);
    }
  }

  private void create() throws IOException {
    logger.info("Creating the database in {} (once)", home.data());
    DatabaseHome.remove(home.unfinishedData());
    Outcome outcome = programs.run(LIMIT, "initdb", arguments());
    if (!outcome.isGood()) {
      throw DatabaseStartException.because(
          "PostgreSQL could not create its data in %s: %s."
              .formatted(home.data(), Complaints.in(outcome.output())),
          "Check that the disk is not full.");
    }
    Files.move(home.unfinishedData(), home.data(), StandardCopyOption.ATOMIC_MOVE);
  }

  private List<String> arguments() {
    // only Linux has the C.UTF-8 of the operating system everywhere; the database's own is the same
    String system = Platform.current().isLinux() ? "C.UTF-8" : "C";
    return List.of(
        "--pgdata=" + home.unfinishedData(),
        "--username=" + Credentials.OWNER,
        "--pwfile=" + home.password(),
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=" + system,
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8");
  }

  private void refuseOtherVersion() throws IOException {
    Path file = home.data().resolve("PG_VERSION");
    if (!Files.exists(file)) {
      throw DatabaseStartException.because(
          "What is in %s is no database: there is no %s. Nothing was changed."
              .formatted(home.data(), file.getFileName()),
          "Put back what is missing, or move the folder away to begin anew.");
    }
    String version = Files.readString(file).strip();
    if (!version.equals(Binaries.major())) {
      throw DatabaseStartException.because(
          "The data in %s is of PostgreSQL %s, and this is PostgreSQL %s. Nothing was changed."
              .formatted(home.data(), version, Binaries.major()),
          "Go back to the version of Jarvis that wrote it and export it with pg_dump, or move the"
              + " folder away to begin anew.");
    }
  }
}
