package notjarvis.persistence;

import static notjarvis.persistence.Samples.THREAD;
import static notjarvis.persistence.Samples.accept;
import static notjarvis.persistence.Samples.answered;
import static notjarvis.persistence.Samples.assertFails;
import static notjarvis.persistence.Samples.begun;
import static notjarvis.persistence.Samples.cancel;
import static notjarvis.persistence.Samples.end;
import static notjarvis.persistence.Samples.entries;
import static notjarvis.persistence.Samples.goal;
import static notjarvis.persistence.Samples.present;
import static notjarvis.persistence.Samples.state;
import static notjarvis.persistence.Samples.status;
import static notjarvis.persistence.Samples.steer;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import notjarvis.failure.FailureCode;
import notjarvis.journal.AcceptGoal;
import notjarvis.journal.Entry;
import notjarvis.journal.GoalAccepted;
import notjarvis.journal.Lease;
import notjarvis.journal.Said;
import notjarvis.run.OnBusy;
import notjarvis.run.RunStatus;
import notjarvis.thread.ThreadKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a goal that comes while its thread is busy. */
class BusyThreadTest extends JournalTest {
  @ParameterizedTest
  @EnumSource(OnBusy.class)
  void inAFreeThreadItBeginsWhateverItSays(OnBusy onBusy) {
    assertThat(accept(journal, goal(THREAD, "hello", onBusy)))
        .isInstanceOf(GoalAccepted.Claimed.class);
  }

  @Test
  void aGoalThatDoesNotWaitIsAConflictAndLeavesNoTrace() {
    // Given
    begun(journal, THREAD, "first");

    // When, Then
    assertFails(FailureCode.CONFLICT, () -> accept(journal, goal(THREAD, "second", OnBusy.REJECT)));
    assertThat(Rows.in(database, "SELECT goal FROM request")).containsExactly("first");
  }

  @Test
  void aGoalThatSteersJoinsTheRunUnderWay() {
    // Given
    Lease lease = begun(journal, THREAD, "find MIT").lease();

    // When
    GoalAccepted answer = accept(journal, goal(THREAD, "no, Stanford", OnBusy.STEER));

    // Then
    assertThat(answer).isEqualTo(new GoalAccepted.Steered(lease.runId(), 2));
    assertThat(entries(journal, lease.runId()))
        .containsExactly(new Entry.GoalGiven("find MIT"), new Entry.Steered("no, Stanford"));
    assertThat(Rows.in(database, "SELECT controls FROM run")).containsExactly("1");
  }

  @Test
  void aGoalThatSteersAndComesAgainIsSaidOnceEvenIfTheRunIsOver() {
    // Given
    Lease lease = begun(journal, THREAD, "find MIT").lease();
    AcceptGoal steer = goal(THREAD, "no, Stanford", OnBusy.STEER);
    GoalAccepted first = accept(journal, steer);
    end(journal, lease, answered(1, "Found."));

    // When, Then
    assertThat(accept(journal, steer)).isEqualTo(first);
    assertThat(Rows.in(database, "SELECT head FROM thread")).containsExactly("3");
  }

  @Test
  void aGoalThatSteersJoinsTheRunThatIsNextWhenNobodyOwnsOne() {
    // Given
    Lease first = begun(journal, THREAD, "first").lease();
    AcceptGoal second = goal(THREAD, "second");
    accept(journal, second);
    accept(journal, goal(THREAD, "third"));
    end(journal, first, answered(1, "One."));

    // When
    GoalAccepted answer = accept(journal, goal(THREAD, "and quickly", OnBusy.STEER));

    // Then
    assertThat(answer.runId()).isEqualTo(second.runId());
    assertThat(present(state(journal, THREAD).run()).said().steers())
        .extracting(Said.Steer::words)
        .containsExactly("and quickly");
  }

  @Test
  void aRunThatIsBeingStoppedIsNotSteered() {
    // Given
    Lease lease = begun(journal, THREAD, "first").lease();
    cancel(journal, lease.runId());

    // When, Then
    assertThat(accept(journal, goal(THREAD, "second", OnBusy.STEER)))
        .isInstanceOf(GoalAccepted.Waiting.class);
  }

  @Test
  void aGoalThatInterruptsHasTheRunStoppedAndWaitsForThat() {
    // Given
    Lease lease = begun(journal, THREAD, "first").lease();
    AcceptGoal urgent = goal(THREAD, "urgent", OnBusy.INTERRUPT);

    // When
    GoalAccepted answer = accept(journal, urgent);

    // Then
    assertThat(answer).isEqualTo(new GoalAccepted.Waiting(urgent.runId(), 3));
    assertThat(entries(journal, lease.runId())).endsWith(new Entry.CancelAsked(THREAD.ownerId()));
    assertThat(status(journal, lease.runId())).isEqualTo(RunStatus.RUNNING);
  }

  @Test
  void aGoalThatInterruptsTheOnlyOneThatWaitsBeginsAtOnce() {
    // Given
    Lease first = begun(journal, THREAD, "first").lease();
    AcceptGoal second = goal(THREAD, "second");
    accept(journal, second);
    end(journal, first, answered(1, "One."));

    // When
    GoalAccepted answer = accept(journal, goal(THREAD, "urgent", OnBusy.INTERRUPT));

    // Then
    assertThat(answer).isInstanceOf(GoalAccepted.Claimed.class);
    assertThat(status(journal, second.runId())).isEqualTo(RunStatus.CANCELLED);
    assertThat(present(state(journal, THREAD).run()).goal()).isEqualTo("urgent");
  }

  @Test
  void interruptingTwiceStopsTheRunOnce() {
    // Given
    Lease lease = begun(journal, THREAD, "first").lease();

    // When
    accept(journal, goal(THREAD, "second", OnBusy.INTERRUPT));
    accept(journal, goal(THREAD, "third", OnBusy.INTERRUPT));

    // Then
    assertThat(entries(journal, lease.runId()))
        .isEqualTo(List.of(new Entry.GoalGiven("first"), new Entry.CancelAsked("local")));
  }

  @Test
  void onlySoManyGoalsWaitInAThreadAndOthersAreNotConcerned() {
    // Given
    begun(journal, THREAD, "first");
    for (int n = 0; n < 100; n++) {
      accept(journal, goal(THREAD, "and then " + n));
    }

    // When, Then
    assertFails(FailureCode.CONFLICT, () -> accept(journal, goal(THREAD, "one more")));
    begun(journal, ThreadKey.local("other"), "first");
  }

  @Test
  void onlySoMuchIsSaidToARunAndItCanBeStoppedAllTheSame() {
    // Given
    UUID runId = begun(journal, THREAD, "first").lease().runId();
    for (int n = 0; n < 100; n++) {
      steer(journal, runId, "and " + n);
    }

    // When, Then
    assertFails(FailureCode.CONFLICT, () -> steer(journal, runId, "one more"));
    assertFails(
        FailureCode.CONFLICT, () -> accept(journal, goal(THREAD, "one more", OnBusy.STEER)));
    assertThat(cancel(journal, runId).checkpointId()).isEqualTo(102);
  }
}
