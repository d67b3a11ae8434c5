package notjarvis.persistence;

import static notjarvis.persistence.Samples.THREAD;
import static notjarvis.persistence.Samples.accept;
import static notjarvis.persistence.Samples.begun;
import static notjarvis.persistence.Samples.claimOf;
import static notjarvis.persistence.Samples.goal;
import static notjarvis.persistence.Samples.present;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import notjarvis.failure.FailureCode;
import notjarvis.journal.AcceptGoal;
import notjarvis.journal.Claim;
import notjarvis.journal.Entry;
import notjarvis.journal.GoalAccepted;
import notjarvis.journal.Journal;
import notjarvis.journal.Lease;
import notjarvis.testing.TestDatabase;
import notjarvis.thread.ThreadKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AcceptGoalTest {
  private final TestDatabase database = TestDatabase.create();
  private final JournalClient journal = JournalClient.on(database.url());

  @AfterEach
  void close() {
    journal.close();
    database.close();
  }

  @Test
  void aGoalInAFreeThreadIsDurableAndClaimed() {
    // Given
    AcceptGoal goal = goal(THREAD, "open the MIT website");

    // When
    GoalAccepted accepted = accept(journal, goal);

    // Then
    assertThat(accepted.checkpointId()).isEqualTo(1);
    Claim claim = present(claimOf(accepted));
    assertThat(claim.lease()).isEqualTo(new Lease(goal.runId(), THREAD, goal.plannerId(), 1));
    assertThat(claim.goal()).isEqualTo("open the MIT website");
    assertThat(claim.tail())
        .singleElement()
        .satisfies(
            input -> {
              assertThat(input.checkpointId()).isEqualTo(1);
              assertThat(input.parentCheckpointId()).isNull();
              assertThat(input.runId()).isEqualTo(goal.runId());
              assertThat(input.entry()).isEqualTo(new Entry.GoalGiven("open the MIT website"));
              assertThat(input.metadata()).isEqualTo(goal.metadata());
            });
  }

  @Test
  void aGoalInABusyThreadWaits() {
    // Given
    begun(journal, THREAD, "first");

    // When
    AcceptGoal next = goal(THREAD, "second");
    GoalAccepted second = accept(journal, next);

    // Then
    assertThat(second).isEqualTo(new GoalAccepted.Waiting(next.runId(), 2));
    assertThat(Rows.in(database, "SELECT status FROM run ORDER BY input_checkpoint"))
        .containsExactly("running", "accepted");
  }

  @Test
  void aGoalDoesNotOvertakeAnotherThatWaitsInAFreeThread() {
    // Given
    Claim first = begun(journal, THREAD, "first");
    accept(journal, goal(THREAD, "second"));
    Samples.end(journal, first.lease(), Samples.answered(1, "Done."));

    // When
    GoalAccepted third = accept(journal, goal(THREAD, "third"));

    // Then
    assertThat(third).isInstanceOf(GoalAccepted.Waiting.class);
  }

  @Test
  void ofGoalsGivenAtOnceInOneThreadExactlyOneIsClaimed() {
    try (JournalClient other = JournalClient.on(database.url())) {
      for (int round = 0; round < 20; round++) {
        // Given
        ThreadKey thread = ThreadKey.local("round-" + round);

        // When
        List<GoalAccepted> answers =
            JournalClient.all(
                Stream.of(journal, other, journal, other)
                    .map(each -> each.asking(Journal.ACCEPT, goal(thread, "hello"))));

        // Then
        assertThat(answers).filteredOn(GoalAccepted.Claimed.class::isInstance).hasSize(1);
        assertThat(answers)
            .map(GoalAccepted::checkpointId)
            .containsExactlyInAnyOrder(1L, 2L, 3L, 4L);
      }
    }
  }

  @Test
  void ownersWhoNameTheirThreadsAlikeDoNotMeet() {
    // Given
    begun(journal, new ThreadKey("ann", "default"), "ann's goal");

    // When
    Claim claim = begun(journal, new ThreadKey("ben", "default"), "ben's goal");

    // Then
    assertThat(claim.tail()).singleElement().extracting("entry.goal").isEqualTo("ben's goal");
  }

  @Test
  void aCharacterThatNoDatabaseKeepsIsRefusedInAThreadId() {
    // Given
    AcceptGoal odd = goal(ThreadKey.local("a\u0000b"), "hello");

    // When, Then
    assertRefused(odd, FailureCode.BAD_REQUEST);
  }

  private void assertRefused(AcceptGoal goal, FailureCode code) {
    assertThatThrownBy(() -> accept(journal, goal))
        .satisfies(failure -> assertThat(FailureCode.of(failure)).isEqualTo(code));
  }
}
