package notjarvis.persistence;

import static notjarvis.persistence.Samples.OTHER_PLANNER;
import static notjarvis.persistence.Samples.PLANNER;
import static notjarvis.persistence.Samples.THREAD;
import static notjarvis.persistence.Samples.accept;
import static notjarvis.persistence.Samples.begun;
import static notjarvis.persistence.Samples.goal;
import static notjarvis.persistence.Samples.health;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import notjarvis.config.Settings.Pooler;
import notjarvis.failure.Failure;
import notjarvis.failure.FailureCode;
import notjarvis.journal.Beat;
import notjarvis.journal.Journal;
import notjarvis.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What can be wrong with the tables, and that they are looked after. */
class SchemaTest {
  private final TestDatabase database = TestDatabase.create();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aUserWhoMayNotMakeTablesIsToldThatTheSchemaIsMissing() {
    // Given
    String guest = "guest_of_" + database.name();
    Rows.change(database, "CREATE ROLE " + guest + " LOGIN PASSWORD 'guest'");
    String url = database.url(guest, "guest");

    try (JournalClient journal = JournalClient.startedOn(url, Pooler.OFF)) {
      // When, Then
      Waiting.until(() -> health(journal).detail().contains("cannot be brought up to date"));
      assertUnavailable(journal);

      // When
      Rows.change(database, "GRANT CREATE ON DATABASE " + database.name() + " TO " + guest);

      // Then
      Waiting.until(() -> health(journal).ready());
    } finally {
      Rows.change(database, "DROP OWNED BY " + guest);
      Rows.change(database, "DROP ROLE " + guest);
    }
  }

  @Test
  void tablesOfOthersInTheSameDatabaseAreLeftAloneWhateverTheirNames() {
    // Given
    Rows.change(database, "CREATE TABLE public.run (name text)");

    // When
    try (JournalClient journal = JournalClient.on(database.url())) {
      begun(journal, THREAD, "hello");
    }

    // Then
    assertThat(Rows.in(database, "SELECT count(*) FROM public.run")).isEqualTo(List.of("0"));
  }

  @Test
  void tablesThatAreDroppedAreMadeAgain() {
    try (JournalClient journal = JournalClient.on(database.url())) {
      // Given
      begun(journal, THREAD, "hello");

      // When
      Rows.change(database, "DROP SCHEMA notjarvis CASCADE");

      // Then
      assertUnavailable(journal);
      Waiting.until(() -> health(journal).ready());
      assertThat(begun(journal, THREAD, "hello again").tail()).hasSize(1);
    }
  }

  @Test
  void theHealthCheckSeesThatTheTablesAreGone() {
    try (JournalClient journal = JournalClient.on(database.url())) {
      // Given
      Rows.change(database, "DROP SCHEMA notjarvis CASCADE");

      // When, Then
      assertThat(health(journal).ready()).isFalse();
      Waiting.until(() -> health(journal).ready());
    }
  }

  @Test
  void aTableThatIsMissingIsToldOnceAndForAllUntilItIsBack() {
    try (JournalClient journal = JournalClient.on(database.url())) {
      // Given
      Rows.change(database, "ALTER TABLE checkpoint RENAME TO misplaced");

      // When
      assertUnavailable(journal);
      Waiting.until(
          () -> health(journal).detail().contains("Some tables of Not-Jarvis are missing"));

      // Then
      await()
          .during(Duration.ofSeconds(1))
          .until(() -> health(journal).detail().contains("are missing"));
      assertUnavailable(journal);

      // When
      Rows.change(database, "ALTER TABLE misplaced RENAME TO checkpoint");

      // Then
      Waiting.until(() -> health(journal).ready());
      assertThat(begun(journal, THREAD, "hello").tail()).hasSize(1);
    }
  }

  @Test
  void tablesOfANewerVersionAreLeftAloneAndToldOf() {
    // Given
    try (JournalClient journal = JournalClient.on(database.url())) {
      begun(journal, THREAD, "hello");
    }
    Rows.change(
        database,
        """
        INSERT INTO flyway_schema_history
        SELECT 9999, '9999', 'later', type, 'V9999__later.sql', 1, installed_by, now(), 1, true
        FROM flyway_schema_history WHERE version = '1'
        """);

    // When
    try (JournalClient older = JournalClient.startedOn(database.url(), Pooler.OFF)) {
      // Then
      Waiting.until(() -> health(older).detail().contains("A newer Not-Jarvis"));
      assertUnavailable(older);

      // When
      Rows.change(database, "DELETE FROM flyway_schema_history WHERE version = '9999'");

      // Then
      Waiting.until(() -> health(older).ready());
    }
  }

  @Test
  void aStartClearsAwayTheCountersThatNoRunIsOwnedUnder() {
    // Given
    try (JournalClient before = JournalClient.on(database.url())) {
      begun(before, THREAD, "hello");
      Stream.of(PLANNER, OTHER_PLANNER, OTHER_PLANNER)
          .forEach(planner -> before.ask(Journal.BEAT, new Beat(planner)));
    }

    // When
    try (JournalClient after = JournalClient.on(database.url())) {
      // Then
      assertThat(Rows.in(database, "SELECT planner_id || ' ' || beat FROM planner_heartbeat"))
          .containsExactly(PLANNER + " 1");

      // When
      after.ask(Journal.BEAT, new Beat(OTHER_PLANNER));

      // Then
      assertThat(Rows.in(database, "SELECT planner_id || ' ' || beat FROM planner_heartbeat"))
          .containsExactlyInAnyOrder(PLANNER + " 1", OTHER_PLANNER + " 1");
    }
  }

  private static void assertUnavailable(JournalClient journal) {
    assertThatThrownBy(() -> accept(journal, goal(THREAD, "hello")))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("database")
        .satisfies(
            failure -> assertThat(FailureCode.of(failure)).isEqualTo(FailureCode.UNAVAILABLE));
  }
}
