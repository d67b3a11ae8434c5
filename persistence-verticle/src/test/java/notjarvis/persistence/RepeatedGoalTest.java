package notjarvis.persistence;

import static notjarvis.persistence.Samples.OTHER_PLANNER;
import static notjarvis.persistence.Samples.THREAD;
import static notjarvis.persistence.Samples.accept;
import static notjarvis.persistence.Samples.begun;
import static notjarvis.persistence.Samples.claimOf;
import static notjarvis.persistence.Samples.goal;
import static notjarvis.persistence.Samples.present;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import notjarvis.failure.FailureCode;
import notjarvis.journal.AcceptGoal;
import notjarvis.journal.Claim;
import notjarvis.journal.GoalAccepted;
import notjarvis.journal.Journal;
import notjarvis.testing.TestDatabase;
import notjarvis.thread.ThreadKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RepeatedGoalTest {
  private final TestDatabase database = TestDatabase.create();
  private final JournalClient journal = JournalClient.on(database.url());

  @AfterEach
  void close() {
    journal.close();
    database.close();
  }

  @Test
  void theSameGoalAgainGetsTheSameAnswerAndIsWrittenOnce() {
    // Given
    AcceptGoal goal = goal(THREAD, "hello");
    GoalAccepted first = accept(journal, goal);

    // When
    GoalAccepted again = accept(journal, goal);

    // Then
    assertThat(again).isEqualTo(first);
    assertThat(Rows.in(database, "SELECT count(*) FROM checkpoint")).containsExactly("1");
    assertThat(Rows.in(database, "SELECT head FROM thread")).containsExactly("1");
  }

  @Test
  void theSameGoalManyTimesAtOnceIsWrittenOnce() {
    // Given
    AcceptGoal goal = goal(THREAD, "hello");

    // When
    List<GoalAccepted> answers =
        JournalClient.all(
            IntStream.range(0, 20).mapToObj(each -> journal.asking(Journal.ACCEPT, goal)));

    // Then
    assertThat(answers).hasSize(20).containsOnly(answers.get(0));
    assertThat(Rows.in(database, "SELECT head FROM thread")).containsExactly("1");
  }

  @Test
  void anotherPlannerThatAsksForTheSameRunGetsNoClaim() {
    // Given
    AcceptGoal goal = goal(THREAD, "hello");
    accept(journal, goal);

    // When
    GoalAccepted answer =
        accept(journal, new AcceptGoal(goal.start(), OTHER_PLANNER, goal.metadata()));

    // Then
    assertThat(answer).isEqualTo(new GoalAccepted.Known(goal.runId(), 1));
  }

  @Test
  void aRunThatWaitsIsStillWaitingWhenItsGoalComesAgain() {
    // Given
    begun(journal, THREAD, "first");
    AcceptGoal waiting = goal(THREAD, "second");
    accept(journal, waiting);

    // When, Then
    assertThat(accept(journal, waiting)).isEqualTo(new GoalAccepted.Waiting(waiting.runId(), 2));
  }

  @Test
  void aRunThatIsOverIsKnownWhenItsGoalComesAgain() {
    // Given
    AcceptGoal goal = goal(THREAD, "hello");
    Claim claim = present(claimOf(accept(journal, goal)));
    Samples.end(journal, claim.lease(), Samples.answered(1, "Hello."));

    // When, Then
    assertThat(accept(journal, goal)).isEqualTo(new GoalAccepted.Known(goal.runId(), 1));
  }

  @Test
  void aRunIdOfAnotherOwnerIsAConflict() {
    // Given
    UUID runId = begun(journal, new ThreadKey("ann", "default"), "hello").lease().runId();
    AcceptGoal taken = goal(runId, new ThreadKey("ben", "default"), "hello");

    // When, Then
    assertRefused(taken, FailureCode.CONFLICT);
    assertThat(Rows.in(database, "SELECT owner_id FROM thread")).containsExactly("ann");
  }

  @Test
  void aRunIdOfAnotherThreadIsAConflict() {
    // Given
    UUID runId = begun(journal, THREAD, "hello").lease().runId();
    AcceptGoal taken = goal(runId, ThreadKey.local("other"), "hello");

    // When, Then
    assertRefused(taken, FailureCode.CONFLICT);
  }

  @Test
  void aRunIdOfAnotherGoalIsAConflict() {
    // Given
    AcceptGoal goal = goal(THREAD, "open the door");
    accept(journal, goal);

    // When, Then
    assertRefused(goal(goal.runId(), THREAD, "close the door"), FailureCode.CONFLICT);
    assertThat(accept(journal, goal)).isInstanceOf(GoalAccepted.Claimed.class);
  }

  private void assertRefused(AcceptGoal goal, FailureCode code) {
    assertThatThrownBy(() -> accept(journal, goal))
        .satisfies(failure -> assertThat(FailureCode.of(failure)).isEqualTo(code));
  }
}
