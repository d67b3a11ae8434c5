package notjarvis.persistence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import notjarvis.config.Secret;
import notjarvis.testing.Requirement;
import notjarvis.testing.TestDatabase;

/** A pooler in transaction mode before a test database, set up as strictly as it comes. */
final class PgBouncer implements AutoCloseable {
  static final int SERVER_CONNECTIONS = 3;

  private final Process process;
  private final Path folder;
  private final String url;

  private PgBouncer(Process process, Path folder, String url) {
    this.process = process;
    this.folder = folder;
    this.url = url;
  }

  static PgBouncer before(TestDatabase database) throws IOException {
    Path program = Requirement.program("pgbouncer");
    int port = FreePort.find();
    Path folder = Files.createTempDirectory("pgbouncer");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path file = Files.writeString(folder.resolve("pgbouncer.ini"), configuration(database, port));
    Process process =
        new ProcessBuilder(command(program, file)).inheritIO().directory(folder.toFile()).start();
    String there = database.host() + ":" + database.port();
    return new PgBouncer(process, folder, database.url().replace(there, "127.0.0.1:" + port));
  }

  String url() {
    return url;
  }

  private static String configuration(TestDatabase database, int port) {
    DatabaseUrl url = DatabaseUrl.parse(new Secret(database.url()));
    return """
        [databases]
        %s = host=%s port=%d user=%s password='%s'
        [pgbouncer]
        listen_addr = 127.0.0.1
        listen_port = %d
        unix_socket_dir =
        auth_type = any
        pool_mode = transaction
        default_pool_size = %d
        log_connections = 0
        log_disconnections = 0
        """
        .formatted(
            url.database(),
            url.host(),
            url.port(),
            url.user(),
            url.password().orElseThrow().value(),
            port,
            SERVER_CONNECTIONS);
  }

  /** It refuses to run as root, and then is started as nobody. */
  private static List<String> command(Path program, Path file) {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      command.add(Requirement.program("setpriv").toString());
      command.addAll(List.of("--reuid=nobody", "--regid=nogroup", "--clear-groups"));
    }
    command.addAll(List.of(program.toString(), file.toString()));
    return command;
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Files.deleteIfExists(folder.resolve("pgbouncer.ini"));
    Files.deleteIfExists(folder);
  }
}
