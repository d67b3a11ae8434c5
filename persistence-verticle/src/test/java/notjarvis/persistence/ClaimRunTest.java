package notjarvis.persistence;

import static notjarvis.persistence.Samples.OTHER_PLANNER;
import static notjarvis.persistence.Samples.PLANNER;
import static notjarvis.persistence.Samples.THREAD;
import static notjarvis.persistence.Samples.accept;
import static notjarvis.persistence.Samples.answered;
import static notjarvis.persistence.Samples.begun;
import static notjarvis.persistence.Samples.claim;
import static notjarvis.persistence.Samples.end;
import static notjarvis.persistence.Samples.goal;
import static notjarvis.persistence.Samples.present;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import notjarvis.journal.AcceptGoal;
import notjarvis.journal.Checkpoint;
import notjarvis.journal.Claim;
import notjarvis.journal.ClaimRun;
import notjarvis.journal.Journal;
import notjarvis.journal.Lease;
import notjarvis.journal.RunClaimed;
import notjarvis.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClaimRunTest {
  private final TestDatabase database = TestDatabase.create();
  private final JournalClient journal = JournalClient.on(database.url());

  @AfterEach
  void close() {
    journal.close();
    database.close();
  }

  @Test
  void waitingRunsAreClaimedInTheOrderOfTheirGoals() {
    // Given
    Lease first = begun(journal, THREAD, "first").lease();
    AcceptGoal second = goal(THREAD, "second");
    AcceptGoal third = goal(THREAD, "third");
    accept(journal, second);
    accept(journal, third);

    // When, Then
    assertThat(claim(journal, second.runId(), PLANNER, null)).as("while one runs").isNull();
    assertThat(end(journal, first, answered(1, "One.")).nextRun()).isEqualTo(second.runId());
    assertThat(claim(journal, third.runId(), PLANNER, null)).as("out of turn").isNull();
    Claim claimed = present(claim(journal, second.runId(), PLANNER, null));
    assertThat(claimed.lease()).isEqualTo(new Lease(second.runId(), THREAD, PLANNER, 1));
    assertThat(claimed.goal()).isEqualTo("second");
    assertThat(end(journal, claimed.lease(), answered(1, "Two.")).nextRun())
        .isEqualTo(third.runId());
  }

  @Test
  void aWaitingRunThatManyWantGoesToOne() {
    // Given
    Lease first = begun(journal, THREAD, "first").lease();
    AcceptGoal second = goal(THREAD, "second");
    accept(journal, second);
    end(journal, first, answered(1, "One."));

    // When
    List<RunClaimed> answers =
        JournalClient.all(
            IntStream.range(0, 10)
                .mapToObj(each -> new ClaimRun(second.runId(), "planner-" + each, null))
                .map(wanted -> journal.asking(Journal.CLAIM, wanted)));

    // Then
    assertThat(answers).map(RunClaimed::claim).filteredOn(Objects::nonNull).hasSize(1);
  }

  @Test
  void aRunWhoseOwnerIsGoneIsTakenOverWithAllThatItDid() {
    // Given
    Lease lost = begun(journal, THREAD, "first").lease();
    Samples.append(journal, lost, Samples.planned(1));

    // When
    Claim taken = present(claim(journal, lost.runId(), OTHER_PLANNER, 1L));

    // Then
    assertThat(taken.lease()).isEqualTo(new Lease(lost.runId(), THREAD, OTHER_PLANNER, 2));
    assertThat(taken.tail()).map(Checkpoint::checkpointId).containsExactly(1L, 2L);
  }

  @Test
  void aRunThatSomebodyElseTookFirstIsNotTakenAgain() {
    // Given
    Lease lost = begun(journal, THREAD, "first").lease();
    claim(journal, lost.runId(), OTHER_PLANNER, 1L);

    // When, Then
    assertThat(claim(journal, lost.runId(), "planner-3", 1L)).isNull();
  }

  @Test
  void ofManyWhoTakeARunOverOneGetsIt() {
    // Given
    Lease lost = begun(journal, THREAD, "first").lease();

    // When
    List<RunClaimed> answers =
        JournalClient.all(
            IntStream.range(0, 10)
                .mapToObj(each -> new ClaimRun(lost.runId(), "heir-" + each, 1L))
                .map(wanted -> journal.asking(Journal.CLAIM, wanted)));

    // Then
    assertThat(answers).map(RunClaimed::claim).filteredOn(Objects::nonNull).hasSize(1);
    assertThat(Rows.in(database, "SELECT lease_epoch FROM run")).containsExactly("2");
  }

  @Test
  void aClaimWhoseAnswerWasLostIsAnsweredAgain() {
    // Given
    Lease lost = begun(journal, THREAD, "first").lease();
    Claim first = present(claim(journal, lost.runId(), OTHER_PLANNER, 1L));

    // When, Then
    assertThat(claim(journal, lost.runId(), OTHER_PLANNER, 1L)).isEqualTo(first);
  }

  @Test
  void aRunThatIsOverIsNotClaimed() {
    // Given
    Lease lease = begun(journal, THREAD, "first").lease();
    end(journal, lease, answered(1, "One."));

    // When, Then
    assertThat(claim(journal, lease.runId(), PLANNER, null)).isNull();
    assertThat(claim(journal, lease.runId(), OTHER_PLANNER, 1L)).isNull();
  }

  @Test
  void aRunThatNobodyKnowsIsNotClaimed() {
    assertThat(claim(journal, UUID.randomUUID(), PLANNER, null)).isNull();
  }
}
