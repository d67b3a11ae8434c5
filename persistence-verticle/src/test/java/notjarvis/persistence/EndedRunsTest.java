package notjarvis.persistence;

import static notjarvis.persistence.Samples.THREAD;
import static notjarvis.persistence.Samples.accept;
import static notjarvis.persistence.Samples.answered;
import static notjarvis.persistence.Samples.append;
import static notjarvis.persistence.Samples.begun;
import static notjarvis.persistence.Samples.end;
import static notjarvis.persistence.Samples.goal;
import static notjarvis.persistence.Samples.observed;
import static notjarvis.persistence.Samples.planned;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import notjarvis.journal.AcceptGoal;
import notjarvis.journal.FindEnded;
import notjarvis.journal.Journal;
import notjarvis.journal.Lease;
import notjarvis.run.Cursor;
import notjarvis.run.Outcome;
import notjarvis.run.RunEvent.RunEnded;
import notjarvis.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EndedRunsTest {
  private final TestDatabase database = TestDatabase.create();
  private final JournalClient journal = JournalClient.on(database.url());

  @AfterEach
  void close() {
    journal.close();
    database.close();
  }

  @Test
  void theEndOfARunIsToldAsItWasWhenItWasWritten() {
    // Given
    Lease lease = begun(journal, THREAD, "find MIT").lease();
    append(journal, lease, planned(1), observed(1));
    end(journal, lease, answered(2, "Found."));

    // When, Then
    assertThat(ended(lease.runId()))
        .containsExactly(
            new RunEnded(
                lease.runId(), Cursor.of(4), Outcome.FINISHED, lease.runId() + ":2", "Found."));
  }

  @Test
  void runsThatGoOnOrWaitOrAreNotKnownHaveNoEnd() {
    // Given
    UUID running = begun(journal, THREAD, "first").lease().runId();
    AcceptGoal waiting = goal(THREAD, "second");
    accept(journal, waiting);

    // When, Then
    assertThat(ended(running, waiting.runId(), UUID.randomUUID())).isEmpty();
  }

  private List<RunEnded> ended(UUID... runs) {
    return journal.ask(Journal.ENDED, new FindEnded(List.of(runs))).runs();
  }
}
