package notjarvis.persistence;

import static notjarvis.persistence.Samples.PLANNER;
import static notjarvis.persistence.Samples.THREAD;
import static notjarvis.persistence.Samples.accept;
import static notjarvis.persistence.Samples.answer;
import static notjarvis.persistence.Samples.append;
import static notjarvis.persistence.Samples.approval;
import static notjarvis.persistence.Samples.begun;
import static notjarvis.persistence.Samples.cancel;
import static notjarvis.persistence.Samples.goal;
import static notjarvis.persistence.Samples.observed;
import static notjarvis.persistence.Samples.parked;
import static notjarvis.persistence.Samples.planned;
import static notjarvis.persistence.Samples.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import notjarvis.control.Controls;
import notjarvis.control.SteerRun;
import notjarvis.journal.AcceptGoal;
import notjarvis.journal.Approval;
import notjarvis.journal.Beat;
import notjarvis.journal.Committed;
import notjarvis.journal.Entry;
import notjarvis.journal.Journal;
import notjarvis.journal.Lease;
import notjarvis.run.OnBusy;
import notjarvis.run.RunStatus;
import org.junit.jupiter.api.Test;

/** What is told of commits. */
class CommittedTest extends JournalTest {
  @Test
  void eachCommitIsToldOnceWithWhatCameBeforeItInItsRun() {
    // Given
    Lease first = begun(journal, THREAD, "first").lease();
    accept(journal, goal(THREAD, "second"));

    // When
    append(journal, first, planned(1), observed(1));
    append(journal, first, planned(1), observed(1));
    cancel(journal, first.runId());

    // Then
    List<Committed> told = journal.committed(4);
    assertThat(told)
        .extracting(Committed::previous, each -> each.checkpoints().size(), Committed::status)
        .containsExactly(
            tuple(0L, 1, RunStatus.RUNNING),
            tuple(0L, 1, RunStatus.ACCEPTED),
            tuple(1L, 2, RunStatus.RUNNING),
            tuple(4L, 1, RunStatus.RUNNING));
    assertThat(told.stream().filter(each -> each.runId().equals(first.runId())))
        .flatExtracting(Committed::checkpoints)
        .isEqualTo(run(journal, first.runId()).checkpoints());
  }

  @Test
  void whatIsSaidAgainIsToldAgainAsItWasWritten() {
    // Given
    UUID runId = begun(journal, THREAD, "first").lease().runId();
    SteerRun steer = new SteerRun("local", runId, UUID.randomUUID(), "and more");
    journal.ask(Controls.STEER, steer);
    cancel(journal, runId);

    // When
    journal.ask(Controls.STEER, steer);
    cancel(journal, runId);

    // Then
    List<Committed> told = journal.committed(5);
    assertThat(told.subList(3, 5)).isEqualTo(told.subList(1, 3));
    assertThat(run(journal, runId).checkpoints()).hasSize(3);
  }

  @Test
  void anAnswerAndAGoalThatJoinedAreToldAgainToo() {
    // Given
    Approval approval = approval();
    parked(journal, THREAD, approval);
    answer(journal, approval.approvalId(), true);
    AcceptGoal joining = goal(THREAD, "and more", OnBusy.STEER);
    accept(journal, joining);

    // When
    answer(journal, approval.approvalId(), true);
    accept(journal, joining);

    // Then
    List<Committed> told = journal.committed(6);
    assertThat(told.subList(4, 6)).isEqualTo(told.subList(2, 4));
  }

  @Test
  void whatAGoalEndsInItsThreadIsToldBeforeTheGoalItself() {
    // Given
    Lease parked = parked(journal, THREAD, approval());

    // When
    accept(journal, goal(THREAD, "never mind", OnBusy.ENQUEUE));

    // Then
    assertThat(journal.committed(4).subList(2, 4))
        .extracting(each -> each.runId().equals(parked.runId()), Committed::status)
        .containsExactly(tuple(true, RunStatus.SUPERSEDED), tuple(false, RunStatus.RUNNING));
  }

  @Test
  void anExpiryIsTold() {
    // Given
    parked(journal, THREAD, approval(Instant.parse("2026-01-01T00:00:00Z")));

    // When
    journal.ask(Journal.BEAT, new Beat(PLANNER));

    // Then
    Committed last = journal.committed(3).get(2);
    assertThat(last.status()).isEqualTo(RunStatus.ACCEPTED);
    assertThat(last.checkpoints())
        .singleElement()
        .satisfies(each -> assertThat(each.entry()).isInstanceOf(Entry.ApprovalAnswered.class));
  }

  @Test
  void whatIsToldIsWhatIsReadAgainAlsoWhereTextWasCleaned() {
    // When
    Lease lease = begun(journal, THREAD, "a\u0000b").lease();
    append(journal, lease, observed(1, "c\ud83dd"));

    // Then
    assertThat(journal.committed(2))
        .flatExtracting(Committed::checkpoints)
        .isEqualTo(run(journal, lease.runId()).checkpoints());
  }
}
