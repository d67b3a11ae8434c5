package notjarvis.persistence;

import static notjarvis.persistence.Samples.PLANNER;
import static notjarvis.persistence.Samples.THREAD;
import static notjarvis.persistence.Samples.answer;
import static notjarvis.persistence.Samples.approval;
import static notjarvis.persistence.Samples.assertFails;
import static notjarvis.persistence.Samples.begun;
import static notjarvis.persistence.Samples.claim;
import static notjarvis.persistence.Samples.entries;
import static notjarvis.persistence.Samples.parked;
import static notjarvis.persistence.Samples.present;
import static notjarvis.persistence.Samples.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import notjarvis.control.AnswerApproval;
import notjarvis.control.ApprovalView;
import notjarvis.control.Controlled;
import notjarvis.control.Controls;
import notjarvis.control.ListApprovals;
import notjarvis.control.ReadApproval;
import notjarvis.failure.FailureCode;
import notjarvis.journal.Append;
import notjarvis.journal.Approval;
import notjarvis.journal.Beat;
import notjarvis.journal.Entry;
import notjarvis.journal.Journal;
import notjarvis.journal.Lease;
import notjarvis.journal.Metadata;
import notjarvis.journal.NewCheckpoint;
import notjarvis.journal.Verdict;
import notjarvis.run.RunStatus;
import notjarvis.thread.ThreadKey;
import org.junit.jupiter.api.Test;

class ApprovalTest extends JournalTest {
  private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

  private List<ApprovalView> open(String ownerId) {
    return journal.ask(Controls.APPROVALS, new ListApprovals(ownerId)).approvals();
  }

  private ApprovalView read(Approval approval) {
    return journal.ask(Controls.APPROVAL, new ReadApproval("local", approval.approvalId()));
  }

  @Test
  void whatWaitsForAYesIsListedForItsOwnerTheOldestFirst() {
    // Given
    Approval first = approval();
    Lease lease = parked(journal, THREAD, first);
    Approval second = approval();
    parked(journal, ThreadKey.local("other"), second);
    parked(journal, new ThreadKey("ann", "default"), approval());

    // When
    List<ApprovalView> open = open("local");

    // Then
    assertThat(open)
        .extracting(view -> view.approval().approvalId())
        .containsExactly(first.approvalId(), second.approvalId());
    assertThat(open.get(0).runId()).isEqualTo(lease.runId());
    assertThat(open.get(0).threadId()).isEqualTo("default");
    assertThat(open.get(0).answeredAt()).isNull();
  }

  @Test
  void aYesIsJournaledWithWhoSaidItAndTheRunIsHandedOut() {
    // Given
    Approval approval = approval();
    Lease lease = parked(journal, THREAD, approval);

    // When
    Controlled answer = answer(journal, approval.approvalId(), true);

    // Then
    assertThat(answer).isEqualTo(new Controlled(lease.runId(), 3, RunStatus.ACCEPTED));
    assertThat(entries(journal, lease.runId()))
        .endsWith(new Entry.ApprovalAnswered(approval.approvalId(), Verdict.GRANTED, "local"));
    assertThat(read(approval).approval().verdict()).isEqualTo(Verdict.GRANTED);
    assertThat(read(approval).answeredBy()).isEqualTo("local");
    assertThat(open("local")).isEmpty();
    assertThat(claim(journal, lease.runId(), PLANNER, null)).isNotNull();
  }

  @Test
  void theSameAnswerAgainIsAnsweredAndAnotherIsAConflict() {
    // Given
    Approval approval = approval();
    parked(journal, THREAD, approval);
    Controlled first = answer(journal, approval.approvalId(), false);

    // When, Then
    assertThat(answer(journal, approval.approvalId(), false)).isEqualTo(first);
    assertFails(FailureCode.CONFLICT, () -> answer(journal, approval.approvalId(), true));
    assertThat(read(approval).approval().verdict()).isEqualTo(Verdict.DENIED);
    assertThat(Rows.in(database, "SELECT head FROM thread")).containsExactly("3");
  }

  @Test
  void ofTwoAnswersAtOnceOneStands() {
    for (int round = 0; round < 20; round++) {
      // Given
      Approval approval = approval();
      parked(journal, ThreadKey.local("round-" + round), approval);

      // When
      List<String> told =
          JournalClient.all(
              Stream.of(true, false)
                  .map(granted -> new AnswerApproval("local", approval.approvalId(), granted))
                  .map(answer -> journal.asking(Controls.ANSWER, answer))
                  .map(ApprovalTest::toldApart));

      // Then
      assertThat(told).containsExactlyInAnyOrder("answered", "CONFLICT");
    }
  }

  private static Future<String> toldApart(Future<Controlled> answer) {
    return answer
        .map("answered")
        .recover(failure -> Future.succeededFuture(FailureCode.of(failure).name()));
  }

  @Test
  void approvalsOfOthersAndThoseThatAreNotThereAreNotFound() {
    // Given
    Approval hers = approval();
    parked(journal, new ThreadKey("ann", "default"), hers);

    // When, Then
    assertFails(FailureCode.NOT_FOUND, () -> answer(journal, hers.approvalId(), true));
    assertFails(FailureCode.NOT_FOUND, () -> answer(journal, UUID.randomUUID(), true));
    assertFails(FailureCode.NOT_FOUND, () -> read(hers));
    assertThat(open("ann")).hasSize(1);
  }

  @Test
  void aBeatClosesWhatNobodyAnsweredInTime() {
    // Given
    Approval late = approval(LONG_AGO);
    Lease lease = parked(journal, THREAD, late);
    Approval inTime = approval();
    parked(journal, ThreadKey.local("other"), inTime);

    // When
    journal.ask(Journal.BEAT, new Beat(PLANNER));

    // Then
    Waiting.until(() -> status(journal, lease.runId()) == RunStatus.ACCEPTED);
    assertThat(entries(journal, lease.runId()))
        .endsWith(new Entry.ApprovalAnswered(late.approvalId(), Verdict.EXPIRED, ""));
    assertThat(read(late).answeredBy()).isNull();
    assertThat(open("local"))
        .extracting(view -> view.approval().approvalId())
        .containsExactly(inTime.approvalId());
  }

  @Test
  void anAnswerThatComesTooLateClosesItAsExpired() {
    // Given
    Approval late = approval(LONG_AGO);
    Lease lease = parked(journal, THREAD, late);

    // When, Then
    assertFails(FailureCode.CONFLICT, () -> answer(journal, late.approvalId(), true));
    assertThat(read(late).approval().verdict()).isEqualTo(Verdict.EXPIRED);
    assertThat(status(journal, lease.runId())).isEqualTo(RunStatus.ACCEPTED);
    assertFails(FailureCode.CONFLICT, () -> answer(journal, late.approvalId(), true));
  }

  @Test
  void anAnswerAndAnExpiryAtOnceLeaveOneVerdict() {
    for (int round = 0; round < 10; round++) {
      // Given
      Approval late = approval(LONG_AGO);
      Lease lease = parked(journal, ThreadKey.local("round-" + round), late);

      // When
      Future<?> beat = journal.asking(Journal.BEAT, new Beat(PLANNER));
      Future<String> answer =
          toldApart(
              journal.asking(
                  Controls.ANSWER, new AnswerApproval("local", late.approvalId(), false)));
      JournalClient.await(Future.join(beat, answer));
      Waiting.until(() -> status(journal, lease.runId()) == RunStatus.ACCEPTED);

      // Then
      assertThat(answer.result()).isEqualTo("CONFLICT");
      assertThat(entries(journal, lease.runId())).hasSize(3);
    }
  }

  @Test
  void aYesToWhatIsNotWhatTheJournalAskedIsRefused() {
    // Given
    Approval approval = approval();
    parked(journal, THREAD, approval);
    Rows.change(
        database, "UPDATE approval SET action = jsonb_set(action, '{arguments,name}', '\"rm\"')");

    // When, Then
    assertFails(FailureCode.CONFLICT, () -> answer(journal, approval.approvalId(), true));
    assertThat(answer(journal, approval.approvalId(), false).status())
        .isEqualTo(RunStatus.ACCEPTED);
  }

  @Test
  void theRowIsBoundToTheActionAndItsExecutor() {
    // Given
    Approval approval = approval();
    Approval elsewhere =
        new Approval(
            approval.approvalId(),
            1,
            "",
            approval.action(),
            "executor-2",
            "",
            approval.expiresAt(),
            null);

    // When
    parked(journal, THREAD, approval);

    // Then
    assertThat(Rows.in(database, "SELECT action_hash FROM approval"))
        .containsExactly(ActionHash.of(approval))
        .doesNotContain(ActionHash.of(elsewhere));
    assertThat(present(read(approval)).approval())
        .usingRecursiveComparison()
        .ignoringFields("expiresAt")
        .isEqualTo(approval);
  }

  @Test
  void howLongItWaitsIsMeasuredByTheClockOfTheDatabase() {
    // Given
    Instant ahead = Instant.now().plus(Duration.ofDays(3));
    Approval approval = approval(ahead.plus(Duration.ofHours(1)));
    Lease lease = begun(journal, THREAD, "open the calculator").lease();
    NewCheckpoint asked =
        NewCheckpoint.of(1, new Entry.ApprovalAsked(approval), Metadata.at(ahead));

    // When
    journal.ask(Journal.APPEND, new Append(lease, List.of(asked), RunStatus.PARKED, 0));

    // Then
    assertThat(
            Rows.in(
                database,
                "SELECT expires_at - asked_at BETWEEN '59 minutes' AND '61 minutes' FROM approval"))
        .containsExactly("t");
  }
}
