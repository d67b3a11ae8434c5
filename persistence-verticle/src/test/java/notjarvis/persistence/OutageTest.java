package notjarvis.persistence;

import static notjarvis.persistence.Samples.THREAD;
import static notjarvis.persistence.Samples.accept;
import static notjarvis.persistence.Samples.begun;
import static notjarvis.persistence.Samples.goal;
import static notjarvis.persistence.Samples.health;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
      assertThat(begun(journal, THREAD, "hello").tail()).hasSize(1);
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
  void aHealthyDatabaseSaysWhichServerItIs() {
    try (JournalClient journal = JournalClient.on(database.url())) {
      assertThat(health(journal).detail())
          .startsWith("PostgreSQL 1")
          .contains(database.host() + ":" + database.port() + "/" + database.name());
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
