package notjarvis.launcher.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a person is told when the database cannot run. */
final class EmbeddedDatabaseTroubleIT {
  @TempDir private Path folder;
  private TestHome home;

  @BeforeEach
  void begin() throws Exception {
    home = TestHome.in(folder);
  }

  @AfterEach
  void end() {
    home.close();
  }

  @Test
  void dataOfAnotherMajorVersionIsRefusedAndNotTouched() throws Exception {
    startAndStop();
    Files.writeString(home.data().resolve("PG_VERSION"), "14\n");
    Files.writeString(home.data().resolve("postgresql.conf"), "# theirs");

    assertRefused().withMessageContaining("of PostgreSQL 14, and this is PostgreSQL 18");

    assertThat(home.data().resolve("postgresql.conf")).hasContent("# theirs");
  }

  @Test
  void dataThatIsNotWholeIsRefusedAndNotTouched() throws Exception {
    startAndStop();
    Files.delete(home.data().resolve("PG_VERSION"));
    Files.writeString(home.data().resolve("postgresql.conf"), "# theirs");

    assertRefused().withMessageContaining("is no database: there is no PG_VERSION");

    assertThat(home.data().resolve("postgresql.conf")).hasContent("# theirs");
  }

  @Test
  void aFolderThatCannotBeMadeIsNamed() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> EmbeddedDatabase.start(file))
        .isInstanceOf(DatabaseStartException.class)
        .hasMessageContaining("could not make its folder " + file)
        .hasMessageContaining("set DATABASE_URL");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aFolderWhoseNamePostgresWouldNotKeepIsRefused() {
    assertThatThrownBy(() -> EmbeddedDatabase.start(folder.resolve("$(id)")))
        .isInstanceOf(DatabaseStartException.class)
        .hasMessageContaining("Set JARVIS_HOME to another folder");
  }

  @Test
  void aLostPasswordIsNotReplacedByAnother() throws Exception {
    startAndStop();
    Path password = home.postgres().resolve("password");
    Files.delete(password);

    assertRefused().withMessageContaining("password of the embedded database is gone");

    assertThat(password).doesNotExist();
  }

  @Test
  void aChangedPasswordIsNamedAndTheServerDoesNotStayBehind() throws Exception {
    startAndStop();
    Files.writeString(home.postgres().resolve("password"), "another");

    assertRefused().withMessageContaining("password authentication failed");

    assertThat(home.servers()).isEmpty();
  }

  @Test
  void aServerThatDoesNotStartIsToldWithItsOwnWordsAndWhereItsLogIs() throws Exception {
    startAndStop();
    setting("shared_preload_libraries = 'no_such_library'");

    assertRefused()
        .withMessageContaining("no_such_library")
        .withMessageContaining(home.postgres().resolve("log").toString())
        .withMessageContaining("DATABASE_URL");
  }

  @Test
  void aServerThatCannotBeRevivedIsTriedUntilItCan() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(home.folder())) {
      Rows rows = new Rows(database.url());
      rows.write("kept");
      setting("shared_preload_libraries = 'no_such_library'");
      home.killServer();
      Path log = home.postgres().resolve("log");
      await().until(() -> Files.readString(log).contains("no_such_library"));

      setting("");

      await().ignoreExceptions().untilAsserted(() -> assertThat(rows.all()).contains("kept"));
    }
  }

  @Test
  void dataThatCannotBeCreatedIsToldInTheWordsOfPostgres() throws Exception {
    Files.createDirectories(home.postgres());
    Files.writeString(home.postgres().resolve("password"), "");

    assertRefused()
        .withMessageContaining("could not create its data")
        .withMessageContaining("empty");

    assertThat(home.data()).doesNotExist();
  }

  @Test
  void rootThatCannotStepDownIsToldToStartAsAnotherUser() {
    Account impossible = new Account(List.of("no-such-program"), Optional.of("root"));

    assertThatThrownBy(() -> EmbeddedDatabase.start(home.folder(), List.of(impossible)))
        .isInstanceOf(DatabaseStartException.class)
        .hasMessageContaining("does not run as root")
        .hasMessageContaining("no-such-program")
        .hasMessageContaining("ordinary user");
  }

  @Test
  void aRefusedStartCanBeTriedAgain() throws Exception {
    assertThatThrownBy(() -> EmbeddedDatabase.start(home.folder(), List.of()))
        .isInstanceOf(DatabaseStartException.class);

    startAndStop();

    assertThat(home.data()).exists();
  }

  private void startAndStop() {
    EmbeddedDatabase.start(home.folder()).close();
  }

  private void setting(String line) throws Exception {
    Files.writeString(
        home.data().resolve("postgresql.auto.conf"), line, StandardOpenOption.TRUNCATE_EXISTING);
  }

  private ThrowableAssertAlternative<DatabaseStartException> assertRefused() {
    return assertThatExceptionOfType(DatabaseStartException.class)
        .isThrownBy(() -> EmbeddedDatabase.start(home.folder()));
  }
}
