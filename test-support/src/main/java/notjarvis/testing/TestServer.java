package notjarvis.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** A PostgreSQL server for the tests of one JVM; it ends with that JVM. */
record TestServer(String host, int port, String user, String password) {
  private static final Logger LOG = LoggerFactory.getLogger(TestServer.class);
  private static final String KIND = "jarvis.test.database";
  private static final String IMAGE = "jarvis.test.database.image";

  /** Of characters that mean something else in an address. */
  private static final String PASSWORD = "p@ss:w/o%rd";

  /** Loaded, and so started, when a test first asks for it. */
  private static final class Shared {
    private static final TestServer SERVER = start();
  }

  /** Another one, loaded when a measurement first asks for it. */
  private static final class Durable {
    private static final TestServer SERVER =
        embedded(Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on"));
  }

  static TestServer shared() {
    return Shared.SERVER;
  }

  /** One that writes to the disk before it says so, as the product's own does. */
  static TestServer durable() {
    return Durable.SERVER;
  }

  private static TestServer start() {
    String kind = System.getProperty(KIND, "embedded");
    TestServer server =
        switch (kind) {
          case "embedded" -> embedded(Map.of());
          case "testcontainers" -> container();
          default ->
              throw new IllegalStateException(
                  KIND + " has to be embedded or testcontainers, not " + kind);
        };
    LOG.info("PostgreSQL for the tests ({}) at {}:{}", kind, server.host, server.port);
    return server;
  }

  /** The embedded server speaks to loopback alone; it is begun without a password. */
  private static TestServer embedded(Map<String, String> settings) {
    EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
    settings.forEach(builder::setServerConfig);
    try {
      EmbeddedPostgres server = builder.start();
      demandPassword(server);
      return new TestServer("127.0.0.1", server.getPort(), "postgres", PASSWORD);
    } catch (IOException | SQLException e) {
      throw new IllegalStateException("the embedded PostgreSQL for the tests does not start", e);
    }
  }

  private static void demandPassword(EmbeddedPostgres server) throws IOException, SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER ROLE postgres PASSWORD '" + PASSWORD + "'");
      Files.writeString(rules(statement), "host all all 127.0.0.1/32 scram-sha-256\n");
      statement.execute("SELECT pg_reload_conf()");
    }
  }

  private static Path rules(Statement statement) throws SQLException {
    try (ResultSet file = statement.executeQuery("SHOW hba_file")) {
      file.next();
      return Path.of(file.getString(1));
    }
  }

  @SuppressWarnings("resource") // the container is removed when the JVM ends
  private static TestServer container() {
    DockerImageName image =
        DockerImageName.parse(System.getProperty(IMAGE, "postgres:18-alpine"))
            .asCompatibleSubstituteFor("postgres");
    PostgreSQLContainer container = new PostgreSQLContainer(image).withPassword(PASSWORD);
    container.start();
    return new TestServer(
        container.getHost(),
        container.getFirstMappedPort(),
        container.getUsername(),
        container.getPassword());
  }
}
