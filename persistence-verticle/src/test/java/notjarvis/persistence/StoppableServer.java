package notjarvis.persistence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A PostgreSQL of one test's own, whose processes can all be stopped and let go on. */
final class StoppableServer implements AutoCloseable {
  private static final String POSTMASTER =
      "SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)";

  private final EmbeddedPostgres server;
  private final ProcessHandle postmaster;

  private StoppableServer(EmbeddedPostgres server, ProcessHandle postmaster) {
    this.server = server;
    this.postmaster = postmaster;
  }

  @SuppressWarnings("resource") // closed by close()
  static StoppableServer start() {
    try {
      EmbeddedPostgres server = EmbeddedPostgres.start();
      return new StoppableServer(server, postmaster(server));
    } catch (IOException | SQLException e) {
      throw new IllegalStateException("the PostgreSQL of this test does not start", e);
    }
  }

  private static ProcessHandle postmaster(EmbeddedPostgres server) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet pid = statement.executeQuery(POSTMASTER)) {
      pid.next();
      return ProcessHandle.of(pid.getLong(1)).orElseThrow();
    }
  }

  String url() {
    return "postgresql://postgres:postgres@127.0.0.1:" + server.getPort() + "/postgres";
  }

  /** From now on it takes connections and answers nothing, as a machine that hangs does. */
  void stop() throws IOException {
    signal("-STOP");
  }

  void goOn() throws IOException {
    signal("-CONT");
  }

  /** The postmaster comes first, so that there are no new children behind our back. */
  private void signal(String signal) throws IOException {
    kill(signal, Stream.of(postmaster));
    kill(signal, postmaster.children());
  }

  private static void kill(String signal, Stream<ProcessHandle> processes) throws IOException {
    List<String> command = new ArrayList<>(List.of("kill", signal));
    processes.map(process -> String.valueOf(process.pid())).forEach(command::add);
    if (command.size() > 2) {
      new ProcessBuilder(command).inheritIO().start().onExit().join();
    }
  }

  @Override
  public void close() throws IOException {
    goOn();
    server.close();
  }
}
