package notjarvis.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An empty database of its own for one test, on a real PostgreSQL that the tests of this JVM share.
 *
 * <p>The server is the embedded one; with {@code -Djarvis.test.database=testcontainers} it runs in
 * a container, of the image {@code -Djarvis.test.database.image} if that is set.
 *
 * <pre>{@code
 * try (TestDatabase database = TestDatabase.create()) {
 *   settings = settings.withDatabase(new Secret(database.url()));
 * }
 * }</pre>
 */
public final class TestDatabase implements AutoCloseable {
  private static final AtomicInteger CREATED = new AtomicInteger();

  private final TestServer server;
  private final String name;

  private TestDatabase(TestServer server, String name) {
    this.server = server;
    this.name = name;
  }

  /** Starts the server if it is the first. A server that does not start fails the test. */
  public static TestDatabase create() {
    return create(TestServer.shared());
  }

  /** For measurements: on an embedded server that writes to the disk before it says so. */
  public static TestDatabase createDurable() {
    return create(TestServer.durable());
  }

  private static TestDatabase create(TestServer server) {
    String name = "test_" + CREATED.incrementAndGet();
    execute(server, "CREATE DATABASE " + name);
    return new TestDatabase(server, name);
  }

  /** Its address as {@code DATABASE_URL} has it. */
  public String url() {
    return url(server.user(), server.password());
  }

  /** Its address for somebody else, or with another password. */
  public String url(String user, String password) {
    return "postgresql://%s:%s@%s:%d/%s"
        .formatted(encoded(user), encoded(password), server.host(), server.port(), name);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }

  public String host() {
    return server.host();
  }

  public int port() {
    return server.port();
  }

  /** The name of the database on the server. */
  public String name() {
    return name;
  }

  /** A connection beside those of the code under test. */
  public Connection connect() throws SQLException {
    return connect(server, name);
  }

  /** Ends all connections to it and drops it. */
  @Override
  public void close() {
    execute(server, "DROP DATABASE " + name + " WITH (FORCE)");
  }

  private static Connection connect(TestServer server, String database) throws SQLException {
    String url = "jdbc:postgresql://%s:%d/%s".formatted(server.host(), server.port(), database);
    return DriverManager.getConnection(url, server.user(), server.password());
  }

  private static void execute(TestServer server, String sql) {
    try (Connection connection = connect(server, "postgres");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("the test database server refuses: " + sql, e);
    }
  }
}
