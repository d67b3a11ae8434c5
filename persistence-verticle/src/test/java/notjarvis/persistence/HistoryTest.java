package notjarvis.persistence;

import static notjarvis.persistence.Samples.PLANNER;
import static notjarvis.persistence.Samples.THREAD;
import static notjarvis.persistence.Samples.accept;
import static notjarvis.persistence.Samples.answered;
import static notjarvis.persistence.Samples.append;
import static notjarvis.persistence.Samples.begun;
import static notjarvis.persistence.Samples.claim;
import static notjarvis.persistence.Samples.end;
import static notjarvis.persistence.Samples.goal;
import static notjarvis.persistence.Samples.planned;
import static notjarvis.persistence.Samples.present;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import notjarvis.action.Observation;
import notjarvis.action.SearchResult;
import notjarvis.journal.AcceptGoal;
import notjarvis.journal.Checkpoint;
import notjarvis.journal.Claim;
import notjarvis.journal.Entry;
import notjarvis.journal.Lease;
import notjarvis.journal.Message;
import notjarvis.journal.Metadata;
import notjarvis.journal.NewCheckpoint;
import notjarvis.journal.ThreadState;
import notjarvis.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private static final SearchResult MIT =
      new SearchResult(1, "MIT", "https://web.mit.edu/", "A university");

  private final TestDatabase database = TestDatabase.create();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aConversationIsWholeAgainAfterARestart() {
    // Given
    try (JournalClient before = JournalClient.on(database.url())) {
      Lease lease = begun(before, THREAD, "find the MIT website").lease();
      append(before, lease, planned(1));
      append(before, lease, found(1));
      end(before, lease, answered(2, "Here it is."));
    }

    // When
    try (JournalClient after = JournalClient.on(database.url())) {
      Claim claim = begun(after, THREAD, "open it");

      // Then
      ThreadState state = claim.state();
      assertThat(state.messages())
          .map(Message::text)
          .containsExactly("find the MIT website", "Here it is.", "open it");
      assertThat(state.results()).containsExactly(MIT);
      assertThat(present(state.run()).goal()).isEqualTo("open it");
      assertThat(present(state.run()).executorMemory()).isEmpty();
    }
  }

  @Test
  void whatWaitsBehindARunIsKnownToItAsWaiting() {
    try (JournalClient journal = JournalClient.on(database.url())) {
      // Given
      Lease first = begun(journal, THREAD, "first").lease();
      AcceptGoal second = goal(THREAD, "second");
      accept(journal, second);
      accept(journal, goal(THREAD, "third"));
      end(journal, first, answered(1, "One."));

      // When
      Claim claim = present(claim(journal, second.runId(), PLANNER, null));

      // Then
      ThreadState state = claim.state();
      assertThat(claim.tail()).map(Checkpoint::checkpointId).containsExactly(1L, 2L, 3L, 4L);
      assertThat(state.messages()).map(Message::text).containsExactly("first", "One.", "second");
      assertThat(state.waiting()).map(ThreadState.Waiting::goal).containsExactly("third");
      assertThat(present(state.run()).runId()).isEqualTo(second.runId());
    }
  }

  private static NewCheckpoint found(int step) {
    Observation found = Observation.found("Found it.", List.of(MIT), "MIT. A university");
    return NewCheckpoint.of(step, new Entry.ActionObserved(step, found), Metadata.at(Samples.NOON));
  }
}
