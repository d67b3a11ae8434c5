package notjarvis.launcher.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connects to a server as its owner and as ourselves, and sets up what we work with. */
final class Login {
  private static final Logger logger = LoggerFactory.getLogger(Login.class);
  private static final String WRONG_PASSWORD = "28P01";
  private static final int TIMEOUT_SECONDS = 10;

  private final int port;
  private final Credentials credentials;

  Login(int port, Credentials credentials) {
    this.port = port;
    this.credentials = credentials;
  }

  /** The folder of the server that answers here and knows our password, if one does. */
  Optional<Path> dataFolder() {
    try (Connection connection = asOwner();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SHOW data_directory")) {
      return rows.next() ? Optional.of(Path.of(rows.getString(1))) : Optional.empty();
    } catch (SQLException e) {
      if (WRONG_PASSWORD.equals(e.getSQLState())) {
        throw refused(e);
      }
      logger.debug("No answer on port {} yet: {}", port, e.getMessage());
      return Optional.empty();
    }
  }

  /** Makes role and database where they are missing, also when an earlier start broke off. */
  void setUp() {
    if (works()) {
      return;
    }
    try (Connection connection = asOwner();
        Statement statement = connection.createStatement()) {
      String role =
          exists(statement, "pg_roles WHERE rolname = '" + Credentials.JARVIS + "'")
              ? "ALTER ROLE"
              : "CREATE ROLE";
      statement.execute(
          "%s %s LOGIN PASSWORD '%s'".formatted(role, Credentials.JARVIS, credentials.jarvis()));
      if (!exists(statement, "pg_database WHERE datname = '" + Credentials.JARVIS + "'")) {
        statement.execute("CREATE DATABASE %1$s OWNER %1$s".formatted(Credentials.JARVIS));
      }
    } catch (SQLException e) {
      throw refused(e);
    }
  }

  private boolean works() {
    try (Connection connection = connect(Credentials.JARVIS, credentials.jarvis())) {
      return connection.isValid(TIMEOUT_SECONDS);
    } catch (SQLException e) {
      return false;
    }
  }

  private static boolean exists(Statement statement, String what) throws SQLException {
    try (ResultSet rows = statement.executeQuery("SELECT 1 FROM " + what)) {
      return rows.next();
    }
  }

  private Connection asOwner() throws SQLException {
    return connect(Credentials.OWNER, credentials.owner());
  }

  /** Each role has a database of its own name. */
  private Connection connect(String role, String password) throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName(role);
    source.setUser(role);
    source.setPassword(password);
    source.setSslmode("disable");
    source.setGssEncMode("disable");
    source.setConnectTimeout(TIMEOUT_SECONDS);
    source.setSocketTimeout(TIMEOUT_SECONDS);
    return source.getConnection();
  }

  private DatabaseStartException refused(SQLException cause) {
    return DatabaseStartException.because(
        "The embedded database on port %d does not let us set it up: %s."
            .formatted(port, cause.getMessage()),
        "If the file password beside its data was changed, put the old one back.");
  }
}
