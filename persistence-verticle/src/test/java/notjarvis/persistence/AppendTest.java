package notjarvis.persistence;

import static notjarvis.persistence.Samples.PLANNER;
import static notjarvis.persistence.Samples.THREAD;
import static notjarvis.persistence.Samples.accept;
import static notjarvis.persistence.Samples.append;
import static notjarvis.persistence.Samples.begun;
import static notjarvis.persistence.Samples.costing;
import static notjarvis.persistence.Samples.goal;
import static notjarvis.persistence.Samples.observed;
import static notjarvis.persistence.Samples.planned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import notjarvis.failure.FailureCode;
import notjarvis.journal.Appended;
import notjarvis.journal.Claim;
import notjarvis.journal.Lease;
import notjarvis.journal.Usage;
import notjarvis.testing.TestDatabase;
import notjarvis.thread.ThreadKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AppendTest {
  private final TestDatabase database = TestDatabase.create();
  private final JournalClient journal = JournalClient.on(database.url());
  private Lease lease = new Lease(new UUID(0, 0), THREAD, PLANNER, 0);

  @BeforeEach
  void beginARun() {
    lease = begun(journal, THREAD, "hello").lease();
  }

  @AfterEach
  void close() {
    journal.close();
    database.close();
  }

  @Test
  void checkpointsAreNumberedOnFromTheInput() {
    // When
    Appended two = append(journal, lease, planned(1), observed(1));
    Appended one = append(journal, lease, planned(2));

    // Then
    assertThat(two).isEqualTo(Appended.written(List.of(2L, 3L), null));
    assertThat(one).isEqualTo(Appended.written(List.of(4L), null));
    assertThat(Rows.in(database, "SELECT parent_checkpoint_id FROM checkpoint ORDER BY 1"))
        .containsExactly("1", "2", "3", "null");
  }

  @Test
  void aCheckpointIsKeptWithItsVersionAndItsMetadata() {
    // When
    append(journal, lease, costing(planned(1), new Usage(100, 20, 1)));

    // Then
    assertThat(
            Rows.in(
                database,
                """
                SELECT concat_ws(' ', node, append_key, checkpoint ->> 'type',
                  checkpoint ->> 'version', metadata ->> 'node', metadata ->> 'brain',
                  metadata -> 'usage' ->> 'inputTokens', metadata ->> 'at',
                  metadata ->> 'run' = run_id::text)
                FROM checkpoint WHERE checkpoint_id = 2
                """))
        .containsExactly(
            "planner 1/planner action_planned 1 planner gemini 100 2026-11-23T12:00:00Z t");
  }

  @Test
  void anEmptyAppendIsRefused() {
    assertThatThrownBy(() -> append(journal, lease))
        .satisfies(
            failure -> assertThat(FailureCode.of(failure)).isEqualTo(FailureCode.BAD_REQUEST));
  }

  @Test
  void textThatPostgresCannotKeepIsCleaned() {
    // Given
    String text = "a\u0000b \ud83d c \ude00 d \ud83d\ude00 \\u0000";
    Lease other = begun(journal, ThreadKey.local("odd"), text).lease();

    // When
    append(journal, other, observed(1, text));

    // Then
    String clean = "a\ufffdb \ufffd c \ufffd d \ud83d\ude00 \\u0000";
    accept(journal, goal(other.thread(), "and then"));
    assertThat(Rows.in(database, "SELECT goal FROM run WHERE run_id = '" + other.runId() + "'"))
        .containsExactly(clean);
    Claim after = begun(journal, ThreadKey.local("plain"), clean);
    assertThat(after.goal()).isEqualTo(clean);
    assertThat(
            Rows.in(
                database,
                "SELECT checkpoint -> 'observation' ->> 'text' FROM checkpoint"
                    + " WHERE append_key = '1/executor'"))
        .containsExactly(clean);
  }
}
