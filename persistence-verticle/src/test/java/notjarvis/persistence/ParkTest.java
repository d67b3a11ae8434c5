package notjarvis.persistence;

import static notjarvis.persistence.Samples.OTHER_PLANNER;
import static notjarvis.persistence.Samples.PLANNER;
import static notjarvis.persistence.Samples.THREAD;
import static notjarvis.persistence.Samples.accept;
import static notjarvis.persistence.Samples.answer;
import static notjarvis.persistence.Samples.answered;
import static notjarvis.persistence.Samples.approval;
import static notjarvis.persistence.Samples.assertFails;
import static notjarvis.persistence.Samples.begun;
import static notjarvis.persistence.Samples.claim;
import static notjarvis.persistence.Samples.claimOf;
import static notjarvis.persistence.Samples.entries;
import static notjarvis.persistence.Samples.goal;
import static notjarvis.persistence.Samples.parked;
import static notjarvis.persistence.Samples.parking;
import static notjarvis.persistence.Samples.planned;
import static notjarvis.persistence.Samples.present;
import static notjarvis.persistence.Samples.state;
import static notjarvis.persistence.Samples.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import notjarvis.failure.FailureCode;
import notjarvis.journal.AcceptGoal;
import notjarvis.journal.Append;
import notjarvis.journal.Appended;
import notjarvis.journal.Approval;
import notjarvis.journal.Beat;
import notjarvis.journal.Beats;
import notjarvis.journal.Claim;
import notjarvis.journal.Entry;
import notjarvis.journal.GoalAccepted;
import notjarvis.journal.Journal;
import notjarvis.journal.Lease;
import notjarvis.journal.Verdict;
import notjarvis.run.OnBusy;
import notjarvis.run.Outcome;
import notjarvis.run.RunStatus;
import notjarvis.thread.ThreadKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs that wait for a yes. */
class ParkTest extends JournalTest {
  @Test
  void aParkedRunIsOwnedByNobodyAndAdriftForNobody() {
    // Given
    Lease lease = parked(journal, THREAD, approval());

    // When
    Beats beats = journal.ask(Journal.BEAT, new Beat(PLANNER));

    // Then
    assertThat(beats).isEqualTo(new Beats(List.of(), List.of(), List.of()));
    assertThat(claim(journal, lease.runId(), OTHER_PLANNER, 1L)).isNull();
    assertThat(claim(journal, lease.runId(), OTHER_PLANNER, null)).isNull();
    assertFails(FailureCode.FENCED, () -> Samples.append(journal, lease, planned(1)));
  }

  @Test
  void parkingAgainAfterALostReplyAnswersTheSame() {
    // Given
    Lease lease = begun(journal, THREAD, "open it").lease();
    Append parking = parking(lease, approval());
    Appended first = journal.ask(Journal.APPEND, parking);

    // When, Then
    assertThat(journal.ask(Journal.APPEND, parking)).isEqualTo(first);
    assertThat(Rows.in(database, "SELECT count(*) FROM approval")).containsExactly("1");
  }

  @Test
  void whatTheCheckpointsSayAndWhatTheRunBecomesHaveToFit() {
    // Given
    Lease lease = begun(journal, THREAD, "open it").lease();
    Append parking = parking(lease, approval());

    // When, Then
    assertMisfit(new Append(lease, parking.checkpoints(), RunStatus.RUNNING, null));
    assertMisfit(new Append(lease, List.of(planned(1)), RunStatus.PARKED, null));
    assertMisfit(new Append(lease, List.of(planned(1)), RunStatus.FINISHED, null));
    assertMisfit(new Append(lease, List.of(planned(1)), RunStatus.ACCEPTED, null));
    assertMisfit(new Append(lease, List.of(answered(1, "Done.")), RunStatus.FAILED, null));
  }

  private void assertMisfit(Append append) {
    assertFails(FailureCode.BAD_REQUEST, () -> journal.ask(Journal.APPEND, append));
  }

  @ParameterizedTest
  @EnumSource(OnBusy.class)
  void aNewGoalTakesThePlaceOfAParkedRunAtOnce(OnBusy onBusy) {
    // Given
    Approval approval = approval();
    UUID parked = parked(journal, THREAD, approval).runId();

    // When
    Claim next = present(claimOf(accept(journal, goal(THREAD, "never mind", onBusy))));

    // Then
    assertSuperseded(parked, approval);
    assertThat(next.state()).isEqualTo(state(journal, THREAD));
    assertThat(present(next.state().run()).goal()).isEqualTo("never mind");
    assertFails(FailureCode.CONFLICT, () -> answer(journal, approval.approvalId(), true));
  }

  @Test
  void aRunThatWaitedBehindAParkedOneTakesItsPlaceWhenItIsClaimed() {
    // Given
    Lease first = begun(journal, THREAD, "open it").lease();
    AcceptGoal second = goal(THREAD, "second");
    accept(journal, second);
    Approval approval = approval();
    Appended parked = journal.ask(Journal.APPEND, parking(first, approval));

    // When
    Claim claim = present(claim(journal, second.runId(), PLANNER, null));

    // Then
    assertThat(parked.nextRun()).isEqualTo(second.runId());
    assertSuperseded(first.runId(), approval);
    assertThat(present(claim.state().run()).runId()).isEqualTo(second.runId());
  }

  private void assertSuperseded(UUID runId, Approval approval) {
    assertThat(status(journal, runId)).isEqualTo(RunStatus.SUPERSEDED);
    assertThat(entries(journal, runId))
        .endsWith(
            new Entry.ApprovalAnswered(approval.approvalId(), Verdict.SUPERSEDED, ""),
            new Entry.AnswerGiven(Outcome.SUPERSEDED, Saying.SUPERSEDED));
    assertThat(Rows.in(database, "SELECT concat_ws(' ', verdict, answered_by) FROM approval"))
        .containsExactly("superseded");
  }

  @Test
  void anAnsweredRunComesBeforeThoseThatWait() {
    // Given
    Lease first = begun(journal, THREAD, "open it").lease();
    AcceptGoal second = goal(THREAD, "second");
    accept(journal, second);
    Approval approval = approval();
    journal.ask(Journal.APPEND, parking(first, approval));

    // When
    answer(journal, approval.approvalId(), true);

    // Then
    assertThat(journal.ask(Journal.BEAT, new Beat(PLANNER)).adrift())
        .containsExactly(first.runId());
    assertThat(claim(journal, second.runId(), PLANNER, null)).isNull();
    Claim again = present(claim(journal, first.runId(), OTHER_PLANNER, null));
    assertThat(again.lease()).isEqualTo(new Lease(first.runId(), THREAD, OTHER_PLANNER, 2));
    assertThat(present(present(again.state().run()).said().approval()).verdict())
        .isEqualTo(Verdict.GRANTED);
  }

  @Test
  void aGoalAndAParkAtOnceLeaveOneWayOnAndNoThreadStuck() {
    for (int round = 0; round < 20; round++) {
      // Given
      ThreadKey thread = ThreadKey.local("round-" + round);
      Lease lease = begun(journal, thread, "open it").lease();
      AcceptGoal goal = goal(thread, "second");

      // When
      Future<Appended> park = journal.asking(Journal.APPEND, parking(lease, approval()));
      Future<GoalAccepted> accepted = journal.asking(Journal.ACCEPT, goal);
      JournalClient.await(Future.join(park, accepted));

      // Then
      if (accepted.result() instanceof GoalAccepted.Waiting) {
        present(claim(journal, goal.runId(), PLANNER, null));
      }
      assertThat(status(journal, lease.runId())).isEqualTo(RunStatus.SUPERSEDED);
      assertThat(status(journal, goal.runId())).isEqualTo(RunStatus.RUNNING);
    }
  }
}
