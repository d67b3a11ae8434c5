package notjarvis.persistence;

import static notjarvis.persistence.Samples.THREAD;
import static notjarvis.persistence.Samples.accept;
import static notjarvis.persistence.Samples.begun;
import static notjarvis.persistence.Samples.goal;
import static notjarvis.persistence.Samples.health;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import notjarvis.config.Settings.Pooler;
import notjarvis.failure.Failure;
import notjarvis.failure.FailureCode;
import notjarvis.journal.Appended;
import notjarvis.journal.Health;
import notjarvis.journal.Lease;
import notjarvis.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutageTest {
  private final TestDatabase database = TestDatabase.create();
  private final Wire wire = Wire.to(database);

  @AfterEach
  void close() {
    wire.close();
    database.close();
  }

  @Test
  void aDatabaseThatIsAwayAtTheStartIsUsedOnceItComes() {
    try (JournalClient journal = JournalClient.startedOn(wire.url(), Pooler.OFF)) {
      // Given
      assertUnavailable(journal);
      Waiting.until(() -> health(journal).detail().contains("cannot be reached"));
      assertThat(health(journal).ready()).isFalse();

      // When
      wire.mend();
      Waiting.until(() -> health(journal).ready());

      // Then
      assertThat(begun(journal, THREAD, "hello").history()).hasSize(1);
    }
  }

  @Test
  void aDatabaseThatGoesAwayIsUsedAgainOnceItIsBack() {
    wire.mend();
    try (JournalClient journal = JournalClient.on(wire.url())) {
      // Given
      Lease lease = begun(journal, THREAD, "hello").lease();

      // When
      wire.cut();

      // Then
      assertUnavailable(journal);
      assertThat(health(journal).ready()).isFalse();

      // When
      wire.mend();

      // Then
      Appended appended = Samples.append(journal, lease, Samples.planned(1));
      assertThat(appended.checkpointIds()).containsExactly(2L);
    }
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsNotReady() {
    wire.mend();
    try (JournalClient journal = JournalClient.on(wire.url())) {
      // Given
      wire.stall();

      // When
      Health health = health(journal);

      // Then
      assertThat(health.ready()).isFalse();
      assertThat(health.detail()).contains("does not answer");
    }
  }

  @Test
  void connectionsThatTheServerEndsAreReplaced() {
    try (JournalClient journal = JournalClient.on(database.url())) {
      // Given
      Lease lease = begun(journal, THREAD, "hello").lease();
      Rows.change(
          database,
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
              + " WHERE application_name = 'not-jarvis' AND datname = current_database()");

      // When
      Waiting.until(() -> health(journal).ready());

      // Then
      assertThat(Samples.append(journal, lease, Samples.planned(1)).checkpointIds())
          .containsExactly(2L);
    }
  }

  @Test
  void aDatabaseThatDoesNotExistIsNamedAsTheCause() {
    // Given
    String url = database.url().replace(database.name(), "nowhere");

    try (JournalClient journal = JournalClient.startedOn(url, Pooler.OFF)) {
      // When
      Waiting.until(() -> health(journal).detail().contains("create it"));

      // Then
      Health health = health(journal);
      assertThat(health.ready()).isFalse();
      assertThat(health.detail())
          .contains(database.host() + ":" + database.port() + "/nowhere")
          .doesNotContain("@");
    }
  }

  @Test
  void aUserWhoMayNotMakeTablesIsToldThatTheSchemaIsMissing() {
    // Given
    String guest = "guest_of_" + database.name();
    Rows.change(database, "CREATE ROLE " + guest + " LOGIN PASSWORD 'guest'");
    String url = database.url().replaceFirst("//.*@", "//" + guest + ":guest@");

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
  void aHealthyDatabaseSaysWhichServerItIs() {
    try (JournalClient journal = JournalClient.on(database.url())) {
      assertThat(health(journal).detail())
          .startsWith("PostgreSQL 1")
          .contains(database.host() + ":" + database.port() + "/" + database.name());
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
      assertThat(begun(journal, THREAD, "hello again").history()).hasSize(1);
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

  private static void assertUnavailable(JournalClient journal) {
    assertThatThrownBy(() -> accept(journal, goal(THREAD, "hello")))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("database")
        .satisfies(
            failure -> assertThat(FailureCode.of(failure)).isEqualTo(FailureCode.UNAVAILABLE));
  }
}
