package notjarvis.launcher.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a first start gives. */
final class EmbeddedDatabaseIT {
  @TempDir private static Path folder;
  private static TestHome home;
  private static ProcessWatch watch;
  private static EmbeddedDatabase database;
  private static Rows rows;

  @BeforeAll
  static void start() throws Exception {
    home = TestHome.in(folder);
    watch = ProcessWatch.begin();
    database = EmbeddedDatabase.start(home.folder());
    rows = new Rows(database.url());
    watch.end();
  }

  @AfterAll
  static void stop() {
    database.close();
    home.close();
  }

  @Test
  void theAddressOpensTheDatabase() throws Exception {
    assertThat(database.url()).startsWith("postgresql://jarvis:").endsWith("/jarvis");
    assertThat(database.adopted()).isFalse();

    rows.write("hello");

    assertThat(rows.all()).containsExactly("hello");
  }

  @ParameterizedTest
  @CsvSource({"jarvis, wrong", "jarvis, ''", "postgres, wrong", "postgres, ''"})
  void nobodyComesInWithoutThePassword(String role, String password) {
    assertThatThrownBy(() -> rows.connectAs(role, password)).isInstanceOf(SQLException.class);
  }

  @Test
  void theSuperuserHasAnotherPasswordThanWeHave() throws Exception {
    String password = Files.readString(home.postgres().resolve("password")).strip();

    assertThat(database.url()).doesNotContain(password);
    try (Connection connection = rows.connectAs("postgres", password)) {
      assertThat(connection.isValid(5)).isTrue();
    }
    assertThat(rows.show("is_superuser")).isEqualTo("off");
  }

  @Test
  void thereIsNoSocketFile() throws Exception {
    String password = Files.readString(home.postgres().resolve("password")).strip();

    try (Connection connection = rows.connectAs("postgres", password);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SHOW unix_socket_directories")) {
      assertThat(result.next()).isTrue();
      assertThat(result.getString(1)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "fsync, on",
    "synchronous_commit, on",
    "full_page_writes, on",
    "listen_addresses, 127.0.0.1",
    "password_encryption, scram-sha-256",
    "max_connections, 40",
    "shared_buffers, 64MB",
    "server_encoding, UTF8"
  })
  void theSettingsAreThoseOfADatabaseThatKeepsItsWord(String setting, String value)
      throws Exception {
    assertThat(rows.show(setting)).isEqualTo(value);
  }

  @Test
  void theServerIsOfTheVersionThatTheBuildBrings() throws Exception {
    assertThat(Binaries.VERSION).startsWith(rows.show("server_version") + ".");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void nobodyElseCanLookIntoTheFolder() throws Exception {
    assertThat(modes("", "data")).containsOnly("rwx------");
    assertThat(modes("password", "log", "data/postgresql.conf", "data/pg_hba.conf"))
        .containsOnly("rw-------");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void noPasswordAndNoKeyOfOursIsWhereOthersCanReadIt() throws Exception {
    String secret = Files.readString(home.postgres().resolve("password")).strip();

    assertThat(watch.seen()).anyMatch(text -> text.contains("initdb"));
    assertThat(watch.seen()).noneMatch(text -> text.contains(secret));
    String environment = ProcessWatch.environment(home.server());
    assertThat(environment).contains("LC_ALL=C").doesNotContain("HOME=");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void theServerIsInASessionOfItsOwnWhereCtrlCDoesNotReachIt() throws Exception {
    ProcessHandle server = home.server();

    assertThat(ProcessWatch.session(server)).isEqualTo(server.pid());
  }

  @Test
  void theSameProcessCannotOpenItTwice() {
    assertThatThrownBy(() -> EmbeddedDatabase.start(home.folder()))
        .isInstanceOf(DatabaseStartException.class)
        .hasMessageContaining("already runs the database");
  }

  private static List<String> modes(String... paths) {
    return Stream.of(paths).map(home.postgres()::resolve).map(EmbeddedDatabaseIT::mode).toList();
  }

  private static String mode(Path path) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
