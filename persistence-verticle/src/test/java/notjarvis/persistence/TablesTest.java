package notjarvis.persistence;

import static notjarvis.persistence.Samples.THREAD;
import static notjarvis.persistence.Samples.accept;
import static notjarvis.persistence.Samples.goal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import notjarvis.testing.TestDatabase;
import notjarvis.thread.ThreadKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TablesTest {
  private final TestDatabase database = TestDatabase.create();
  private final JournalClient journal = JournalClient.on(database.url());

  @AfterEach
  void close() {
    journal.close();
    database.close();
  }

  @Test
  void everythingOfOursIsInASchemaOfItsOwn() {
    assertThat(
            Rows.in(
                database,
                """
                SELECT DISTINCT schemaname FROM pg_tables
                WHERE schemaname NOT IN ('pg_catalog', 'information_schema')
                """))
        .containsExactly("notjarvis");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"accepted", "running", "parked", "finished", "failed", "cancelled", "superseded"})
  void aRunMayHaveEveryStatusThatItCanComeTo(String status) {
    // Given
    accept(journal, goal(THREAD, "hello"));

    // When
    Rows.change(database, "UPDATE run SET status = '" + status + "'");

    // Then
    assertThat(Rows.in(database, "SELECT status FROM run")).containsExactly(status);
  }

  @Test
  void anIdempotencyKeyIsUsedOnceByAnOwner() {
    // Given
    accept(journal, goal(new ThreadKey("ann", "one"), "hello"));
    accept(journal, goal(new ThreadKey("bob", "one"), "hello"));
    Rows.change(database, "UPDATE request SET idempotency_key = 'k'");

    // When
    accept(journal, goal(new ThreadKey("ann", "two"), "hello"));

    // Then
    assertThatThrownBy(() -> Rows.change(database, "UPDATE request SET idempotency_key = 'k'"))
        .hasRootCauseMessage(
            """
            ERROR: duplicate key value violates unique constraint "request_idempotency_key"
              Detail: Key (owner_id, idempotency_key)=(ann, k) already exists.\
            """);
  }
}
