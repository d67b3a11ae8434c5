package notjarvis.persistence;

import static notjarvis.persistence.Samples.OTHER_PLANNER;
import static notjarvis.persistence.Samples.PLANNER;
import static notjarvis.persistence.Samples.THREAD;
import static notjarvis.persistence.Samples.accept;
import static notjarvis.persistence.Samples.answered;
import static notjarvis.persistence.Samples.approval;
import static notjarvis.persistence.Samples.assertFails;
import static notjarvis.persistence.Samples.begun;
import static notjarvis.persistence.Samples.cancel;
import static notjarvis.persistence.Samples.claim;
import static notjarvis.persistence.Samples.end;
import static notjarvis.persistence.Samples.entries;
import static notjarvis.persistence.Samples.goal;
import static notjarvis.persistence.Samples.observed;
import static notjarvis.persistence.Samples.parked;
import static notjarvis.persistence.Samples.planned;
import static notjarvis.persistence.Samples.present;
import static notjarvis.persistence.Samples.state;
import static notjarvis.persistence.Samples.status;
import static notjarvis.persistence.Samples.steer;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import notjarvis.control.CancelRun;
import notjarvis.control.Controlled;
import notjarvis.control.Controls;
import notjarvis.control.SteerRun;
import notjarvis.failure.FailureCode;
import notjarvis.journal.AcceptGoal;
import notjarvis.journal.Append;
import notjarvis.journal.Appended;
import notjarvis.journal.Approval;
import notjarvis.journal.Checkpoint;
import notjarvis.journal.Claim;
import notjarvis.journal.Entry;
import notjarvis.journal.Journal;
import notjarvis.journal.Lease;
import notjarvis.journal.NewCheckpoint;
import notjarvis.journal.Said;
import notjarvis.journal.Verdict;
import notjarvis.run.Outcome;
import notjarvis.run.RunStatus;
import notjarvis.thread.ThreadKey;
import org.junit.jupiter.api.Test;

/** Cancelling and steering. */
class ControlTest extends JournalTest {
  private static Append knowing(int controls, Lease lease, NewCheckpoint checkpoint) {
    return new Append(lease, List.of(checkpoint), RunStatus.RUNNING, controls);
  }

  @Test
  void aDecisionThatDoesNotKnowOfAControlIsNotWrittenAndLearnsOfIt() {
    // Given
    Lease lease = begun(journal, THREAD, "find MIT").lease();
    steer(journal, lease.runId(), "no, Stanford");
    cancel(journal, lease.runId());

    // When
    Appended answer = journal.ask(Journal.APPEND, knowing(1, lease, planned(1)));

    // Then
    assertThat(answer.checkpointIds()).isEmpty();
    assertThat(answer.missed())
        .extracting(Checkpoint::checkpointId, Checkpoint::entry)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(3L, new Entry.CancelAsked("local")));
    assertThat(journal.ask(Journal.APPEND, knowing(0, lease, planned(1))).missed()).hasSize(2);
    assertThat(Rows.in(database, "SELECT head FROM thread")).containsExactly("3");
    assertThat(journal.ask(Journal.APPEND, knowing(2, lease, planned(1))).checkpointIds())
        .containsExactly(4L);
  }

  @Test
  void whatHappenedIsWrittenWhateverWasSaidMeanwhile() {
    // Given
    Lease lease = begun(journal, THREAD, "find MIT").lease();
    cancel(journal, lease.runId());

    // When, Then
    assertThat(Samples.append(journal, lease, observed(1)).checkpointIds()).containsExactly(3L);
  }

  @Test
  void anAppendThatWasWrittenBeforeAControlCameIsAnsweredAsWritten() {
    // Given
    Lease lease = begun(journal, THREAD, "find MIT").lease();
    Appended first = journal.ask(Journal.APPEND, knowing(0, lease, planned(1)));
    cancel(journal, lease.runId());

    // When, Then
    assertThat(journal.ask(Journal.APPEND, knowing(0, lease, planned(1)))).isEqualTo(first);
  }

  @Test
  void aRunThatHasNotBegunIsStoppedAtOnce() {
    // Given
    begun(journal, THREAD, "first");
    AcceptGoal waiting = goal(THREAD, "second");
    accept(journal, waiting);

    // When
    Controlled answer = cancel(journal, waiting.runId());

    // Then
    assertThat(answer).isEqualTo(new Controlled(waiting.runId(), 4, RunStatus.CANCELLED));
    assertThat(entries(journal, waiting.runId()))
        .endsWith(
            new Entry.CancelAsked("local"),
            new Entry.AnswerGiven(Outcome.CANCELLED, "I stopped before I began."));
    assertThat(state(journal, THREAD).waiting()).isEmpty();
  }

  @Test
  void aRunUnderWayIsStoppedByItsOwnerAndAskedOnce() {
    // Given
    Lease lease = begun(journal, THREAD, "first").lease();

    // When
    Controlled first = cancel(journal, lease.runId());
    Controlled again = cancel(journal, lease.runId());

    // Then
    assertThat(first).isEqualTo(new Controlled(lease.runId(), 2, RunStatus.RUNNING));
    assertThat(again).isEqualTo(first);
  }

  @Test
  void aParkedRunThatIsCancelledIsHandedOutToBeEnded() {
    // Given
    Approval approval = approval();
    Lease lease = parked(journal, THREAD, approval);

    // When
    Controlled answer = cancel(journal, lease.runId());

    // Then
    assertThat(answer.status()).isEqualTo(RunStatus.ACCEPTED);
    Claim claim = present(claim(journal, lease.runId(), OTHER_PLANNER, null));
    Said said = present(claim.state().run()).said();
    assertThat(said.cancelled()).isTrue();
    assertThat(said.controls()).isEqualTo(2);
    assertThat(present(said.approval()).verdict()).isEqualTo(Verdict.SUPERSEDED);
    Append end =
        new Append(
            claim.lease(),
            List.of(Saying.lastWords(Outcome.CANCELLED, "I stopped.")),
            RunStatus.CANCELLED,
            said.controls());
    assertThat(journal.ask(Journal.APPEND, end).checkpointIds()).containsExactly(5L);
  }

  @Test
  void cancellingARunThatIsOverTellsHowItStandsAndWritesNothing() {
    // Given
    Lease lease = begun(journal, THREAD, "first").lease();
    end(journal, lease, answered(1, "One."));

    // When, Then
    assertThat(cancel(journal, lease.runId()))
        .isEqualTo(new Controlled(lease.runId(), 2, RunStatus.FINISHED));
  }

  @Test
  void aCancelAndTheEndOfARunAtOnceComeInOneOrderOrTheOther() {
    for (int round = 0; round < 30; round++) {
      // Given
      ThreadKey thread = ThreadKey.local("round-" + round);
      Lease lease = begun(journal, thread, "hello").lease();
      Append end = new Append(lease, List.of(answered(1, "Done.")), RunStatus.FINISHED, 0);

      // When
      Future<Appended> ended = journal.asking(Journal.APPEND, end);
      Future<Controlled> cancelled =
          journal.asking(Controls.CANCEL, new CancelRun("local", lease.runId()));
      JournalClient.await(Future.join(ended, cancelled));

      // Then
      boolean wasCancelled = cancelled.result().status() == RunStatus.RUNNING;
      assertThat(ended.result().missed()).hasSize(wasCancelled ? 1 : 0);
      assertThat(status(journal, lease.runId()))
          .isEqualTo(wasCancelled ? RunStatus.RUNNING : RunStatus.FINISHED);
    }
  }

  @Test
  void runsOfOthersAndRunsThatAreNotThereAreNotFound() {
    // Given
    UUID runId = begun(journal, new ThreadKey("ann", "default"), "hers").lease().runId();

    // When, Then
    assertFails(FailureCode.NOT_FOUND, () -> cancel(journal, runId));
    assertFails(FailureCode.NOT_FOUND, () -> cancel(journal, UUID.randomUUID()));
    assertFails(FailureCode.NOT_FOUND, () -> steer(journal, runId, "no"));
    assertThat(Rows.in(database, "SELECT head FROM thread")).containsExactly("1");
  }

  @Test
  void wordsForARunAreKeptOnceHoweverOftenTheyCome() {
    // Given
    Lease lease = begun(journal, THREAD, "find MIT").lease();
    SteerRun steer = new SteerRun("local", lease.runId(), UUID.randomUUID(), "no, Stanford");

    // When
    Controlled first = journal.ask(Controls.STEER, steer);
    Controlled again = journal.ask(Controls.STEER, steer);
    end(journal, lease, answered(1, "Found."));
    Controlled late = journal.ask(Controls.STEER, steer);

    // Then
    assertThat(again).isEqualTo(first);
    assertThat(late).isEqualTo(new Controlled(lease.runId(), 3, RunStatus.FINISHED));
  }

  @Test
  void nobodyIsToldWhatNobodyWouldHeed() {
    // Given
    Lease lease = begun(journal, THREAD, "first").lease();
    AcceptGoal waiting = goal(THREAD, "second");
    accept(journal, waiting);

    // When, Then
    assertFails(FailureCode.CONFLICT, () -> steer(journal, waiting.runId(), "not yet begun"));
    cancel(journal, lease.runId());
    assertFails(FailureCode.CONFLICT, () -> steer(journal, lease.runId(), "being stopped"));
    end(journal, lease, answered(1, "Stopped."));
    assertFails(FailureCode.CONFLICT, () -> steer(journal, lease.runId(), "over"));
    assertFails(FailureCode.BAD_REQUEST, () -> steer(journal, waiting.runId(), " "));
    assertThat(steer(journal, waiting.runId(), "its turn now").status())
        .isEqualTo(RunStatus.ACCEPTED);
  }

  @Test
  void wordsForAParkedRunTakeThePlaceOfItsQuestion() {
    // Given
    Approval approval = approval();
    Lease lease = parked(journal, THREAD, approval);

    // When
    Controlled answer = steer(journal, lease.runId(), "use the browser instead");

    // Then
    assertThat(answer.status()).isEqualTo(RunStatus.ACCEPTED);
    assertThat(entries(journal, lease.runId()))
        .endsWith(
            new Entry.ApprovalAnswered(approval.approvalId(), Verdict.SUPERSEDED, ""),
            new Entry.Steered("use the browser instead"));
    assertThat(claim(journal, lease.runId(), PLANNER, null)).isNotNull();
  }
}
