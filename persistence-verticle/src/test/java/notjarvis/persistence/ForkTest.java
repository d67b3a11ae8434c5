package notjarvis.persistence;

import static notjarvis.persistence.Samples.THREAD;
import static notjarvis.persistence.Samples.accept;
import static notjarvis.persistence.Samples.answered;
import static notjarvis.persistence.Samples.append;
import static notjarvis.persistence.Samples.approval;
import static notjarvis.persistence.Samples.assertFails;
import static notjarvis.persistence.Samples.begun;
import static notjarvis.persistence.Samples.costing;
import static notjarvis.persistence.Samples.end;
import static notjarvis.persistence.Samples.goal;
import static notjarvis.persistence.Samples.observed;
import static notjarvis.persistence.Samples.parked;
import static notjarvis.persistence.Samples.planned;
import static notjarvis.persistence.Samples.present;
import static notjarvis.persistence.Samples.state;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import notjarvis.control.Controls;
import notjarvis.control.ListApprovals;
import notjarvis.failure.FailureCode;
import notjarvis.history.ForkThread;
import notjarvis.history.Forked;
import notjarvis.history.Histories;
import notjarvis.history.ListThreads;
import notjarvis.history.ReadState;
import notjarvis.history.ReadThread;
import notjarvis.history.RunView;
import notjarvis.history.ThreadPage;
import notjarvis.history.ThreadView;
import notjarvis.journal.Append;
import notjarvis.journal.Beat;
import notjarvis.journal.Checkpoint;
import notjarvis.journal.Claim;
import notjarvis.journal.Journal;
import notjarvis.journal.Lease;
import notjarvis.journal.Message;
import notjarvis.journal.ThreadState;
import notjarvis.journal.Usage;
import notjarvis.run.RunStatus;
import notjarvis.thread.ThreadKey;
import org.junit.jupiter.api.Test;

class ForkTest extends JournalTest {
  private static final ThreadKey FORK = ThreadKey.local("fork");

  private ThreadView fork(ThreadKey thread, long checkpointId, String name) {
    return journal
        .ask(Histories.FORK, new ForkThread(UUID.randomUUID(), thread, checkpointId, name))
        .thread();
  }

  private ThreadPage page(ThreadKey thread) {
    return journal.ask(Histories.THREAD, new ReadThread(thread, null, 500));
  }

  @Test
  void aForkAtTheEndOfARunIsTheSameConversationUpToThere() {
    // Given
    Lease lease = begun(journal, THREAD, "first").lease();
    append(journal, lease, costing(planned(1), new Usage(9, 8, 1)), observed(1));
    end(journal, lease, answered(2, "One."));
    begun(journal, THREAD, "second");

    // When
    ThreadView fork = fork(THREAD, 4, "fork");

    // Then
    assertThat(fork.threadId()).isEqualTo("fork");
    assertThat(fork.title()).isEqualTo("first");
    assertThat(fork.head()).isEqualTo(4);
    assertThat(fork.busy()).isFalse();
    assertThat(fork.forkedFrom()).isEqualTo("default");
    assertThat(fork.forkedCheckpoint()).isEqualTo(4);
    ThreadPage copied = page(FORK);
    assertThat(copied.checkpoints())
        .extracting(Checkpoint::entry)
        .isEqualTo(page(THREAD).checkpoints().stream().limit(4).map(Checkpoint::entry).toList());
    RunView run = copied.runs().get(0);
    assertThat(run.runId()).isNotEqualTo(lease.runId());
    assertThat(run.status()).isEqualTo(RunStatus.FINISHED);
    assertThat(run.usage()).isEqualTo(new Usage(9, 8, 1));
    assertThat(run.lastCheckpoint()).isEqualTo(4);
  }

  @Test
  void whatWasUnderWayAtThatPointIsOverInTheForkAndGoesOnInTheOriginal() {
    // Given
    Lease lease = begun(journal, THREAD, "first").lease();
    accept(journal, goal(THREAD, "second"));
    append(journal, lease, planned(1));

    // When
    ThreadView fork = fork(THREAD, 3, "fork");

    // Then
    assertThat(fork.head()).isEqualTo(5);
    assertThat(page(FORK).runs())
        .extracting(RunView::status)
        .containsExactly(RunStatus.SUPERSEDED, RunStatus.SUPERSEDED);
    ThreadState clean = state(journal, FORK);
    assertThat(clean.run()).isNull();
    assertThat(clean.waiting()).isEmpty();
    assertThat(journal.ask(Journal.BEAT, new Beat("other")).adrift()).isEmpty();
    Claim next = begun(journal, FORK, "and now");
    assertThat(present(next.state().run()).goal()).isEqualTo("and now");
    assertThat(append(journal, lease, observed(1)).checkpointIds()).containsExactly(4L);
  }

  @Test
  void aForkOfAParkedRunHasNothingThatWaitsForAYes() {
    // Given
    parked(journal, THREAD, approval());

    // When
    fork(THREAD, 2, "fork");

    // Then
    assertThat(journal.ask(Controls.APPROVALS, new ListApprovals("local")).approvals())
        .extracting("threadId")
        .containsExactly("default");
    assertThat(state(journal, FORK).run()).isNull();
    assertThat(begun(journal, FORK, "next").lease().thread()).isEqualTo(FORK);
  }

  @Test
  void aForkBeforeTheEndOfARunDoesNotKnowHowItEnded() {
    // Given
    Lease lease = begun(journal, THREAD, "first").lease();
    append(journal, lease, planned(1), observed(1));
    end(journal, lease, answered(2, "One."));

    // When
    fork(THREAD, 2, "fork");

    // Then
    assertThat(state(journal, FORK).messages())
        .extracting(Message::text)
        .containsExactly("first", Saying.FORKED);
  }

  @Test
  void aForkThatCannotBeIsRefusedAndLeavesNoTrace() {
    // Given
    begun(journal, THREAD, "first");
    begun(journal, ThreadKey.local("taken"), "other");
    ThreadKey hers = new ThreadKey("ann", "hers");
    begun(journal, hers, "hers");

    // When, Then
    assertFails(FailureCode.NOT_FOUND, () -> fork(ThreadKey.local("none"), 1, "fork"));
    assertFails(FailureCode.NOT_FOUND, () -> fork(ThreadKey.local("hers"), 1, "fork"));
    assertFails(FailureCode.NOT_FOUND, () -> fork(THREAD, 2, "fork"));
    assertFails(FailureCode.NOT_FOUND, () -> fork(THREAD, 0, "fork"));
    assertFails(FailureCode.CONFLICT, () -> fork(THREAD, 1, "taken"));
    assertFails(FailureCode.BAD_REQUEST, () -> fork(THREAD, 1, "a b"));
    assertThat(Rows.in(database, "SELECT count(*) FROM thread")).containsExactly("3");
  }

  @Test
  void aForkThatIsAskedForAgainIsTheSameOne() {
    // Given
    begun(journal, THREAD, "first");
    ForkThread fork = new ForkThread(UUID.randomUUID(), THREAD, 1, "fork");

    // When
    List<Forked> both =
        JournalClient.all(Stream.of(fork, fork).map(each -> journal.asking(Histories.FORK, each)));

    // Then
    assertThat(both.get(1)).isEqualTo(both.get(0));
    assertThat(journal.ask(Histories.FORK, fork)).isEqualTo(both.get(0));
    assertThat(Rows.in(database, "SELECT count(*) FROM thread")).containsExactly("2");
    assertFails(FailureCode.CONFLICT, () -> fork(THREAD, 1, "fork"));
  }

  @Test
  void aForkDuringAppendsIsWholeUpToItsPoint() {
    // Given
    Lease lease = begun(journal, THREAD, "first").lease();

    // When
    List<Future<?>> all =
        IntStream.rangeClosed(1, 40)
            .boxed()
            .<Future<?>>flatMap(step -> Stream.of(appending(lease, step), forking(step)))
            .toList();
    JournalClient.await(Future.join(all));

    // Then
    List<ThreadView> forks =
        journal.ask(Histories.THREADS, new ListThreads("local", null, 200)).threads().stream()
            .filter(each -> each.forkedFrom() != null)
            .toList();
    assertThat(forks).isNotEmpty();
    assertThat(forks)
        .allSatisfy(
            each -> assertThat(each.head()).isEqualTo(present(each.forkedCheckpoint()) + 1));
    assertThat(
            Rows.in(
                database,
                """
                SELECT t.id FROM thread t WHERE t.head <>
                  (SELECT count(*) FROM checkpoint c WHERE c.thread = t.id)
                """))
        .isEmpty();
  }

  private Future<?> appending(Lease lease, int step) {
    return journal.asking(
        Journal.APPEND, new Append(lease, List.of(observed(step)), RunStatus.RUNNING, null));
  }

  private Future<?> forking(int step) {
    return journal
        .asking(Histories.FORK, new ForkThread(UUID.randomUUID(), THREAD, step, "fork-" + step))
        .<Object>map(done -> done)
        .recover(
            failure ->
                FailureCode.of(failure) == FailureCode.NOT_FOUND
                    ? Future.succeededFuture(failure)
                    : Future.failedFuture(failure));
  }

  @Test
  void theStateAtEveryCheckpointIsTheFoldUpToIt() {
    // Given
    Lease lease = begun(journal, THREAD, "first").lease();
    append(journal, lease, planned(1), observed(1));
    end(journal, lease, answered(2, "One."));
    List<Checkpoint> all = page(THREAD).checkpoints();

    // When, Then
    for (int n = 1; n <= all.size(); n++) {
      assertThat(journal.ask(Histories.STATE, new ReadState(THREAD, (long) n)).state())
          .isEqualTo(ThreadState.of(all.subList(0, n)));
    }
    assertFails(
        FailureCode.NOT_FOUND, () -> journal.ask(Histories.STATE, new ReadState(THREAD, 5L)));
    assertFails(
        FailureCode.NOT_FOUND, () -> journal.ask(Histories.STATE, new ReadState(FORK, null)));
  }
}
