package notjarvis.persistence;

import static notjarvis.persistence.Samples.OTHER_PLANNER;
import static notjarvis.persistence.Samples.PLANNER;
import static notjarvis.persistence.Samples.THREAD;
import static notjarvis.persistence.Samples.answered;
import static notjarvis.persistence.Samples.append;
import static notjarvis.persistence.Samples.begun;
import static notjarvis.persistence.Samples.claim;
import static notjarvis.persistence.Samples.end;
import static notjarvis.persistence.Samples.observed;
import static notjarvis.persistence.Samples.planned;
import static notjarvis.persistence.Samples.present;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import notjarvis.failure.FailureCode;
import notjarvis.journal.Append;
import notjarvis.journal.Appended;
import notjarvis.journal.Claim;
import notjarvis.journal.Journal;
import notjarvis.journal.Lease;
import notjarvis.run.RunStatus;
import notjarvis.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FenceTest {
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
  void anythingNewAfterTheEndIsFencedAsAWhole() {
    // Given
    end(journal, lease, answered(1, "Done."));

    // When, Then
    assertFenced(Samples.ending(lease, answered(1, "Done."), planned(2)));
    assertThat(Rows.in(database, "SELECT head FROM thread")).containsExactly("2");
  }

  @Test
  void anOlderEpochIsFenced() {
    // Given
    claim(journal, lease.runId(), OTHER_PLANNER, 1L);

    // When, Then
    assertFenced(new Append(lease, List.of(planned(1)), RunStatus.RUNNING, null));
    assertThat(Rows.in(database, "SELECT count(*) FROM checkpoint")).containsExactly("1");
  }

  @Test
  void aPlannerThatDoesNotOwnTheRunIsFenced() {
    // Given
    Lease stolen = new Lease(lease.runId(), THREAD, OTHER_PLANNER, 1);

    // When, Then
    assertFenced(new Append(stolen, List.of(planned(1)), RunStatus.RUNNING, null));
  }

  @Test
  void theNewOwnerGoesOnWhereTheOldOneStopped() {
    // Given
    append(journal, lease, planned(1));
    Claim taken = present(claim(journal, lease.runId(), OTHER_PLANNER, 1L));

    // When
    Appended appended = append(journal, taken.lease(), planned(1), observed(1));

    // Then
    assertThat(appended.checkpointIds()).containsExactly(2L, 3L);
  }

  private void assertFenced(Append append) {
    assertThatThrownBy(() -> journal.ask(Journal.APPEND, append))
        .satisfies(failure -> assertThat(FailureCode.of(failure)).isEqualTo(FailureCode.FENCED));
  }
}
