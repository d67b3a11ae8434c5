package notjarvis.persistence;

import static notjarvis.persistence.Samples.THREAD;
import static notjarvis.persistence.Samples.accept;
import static notjarvis.persistence.Samples.answered;
import static notjarvis.persistence.Samples.append;
import static notjarvis.persistence.Samples.assertFails;
import static notjarvis.persistence.Samples.begun;
import static notjarvis.persistence.Samples.costing;
import static notjarvis.persistence.Samples.end;
import static notjarvis.persistence.Samples.goal;
import static notjarvis.persistence.Samples.observed;
import static notjarvis.persistence.Samples.planned;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import notjarvis.failure.FailureCode;
import notjarvis.history.Histories;
import notjarvis.history.ListThreads;
import notjarvis.history.ReadRun;
import notjarvis.history.ReadThread;
import notjarvis.history.RunHistory;
import notjarvis.history.RunView;
import notjarvis.history.ThreadMark;
import notjarvis.history.ThreadPage;
import notjarvis.history.ThreadView;
import notjarvis.history.Threads;
import notjarvis.journal.AcceptGoal;
import notjarvis.journal.Checkpoint;
import notjarvis.journal.Lease;
import notjarvis.journal.Usage;
import notjarvis.run.RunStatus;
import notjarvis.thread.ThreadKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Threads and runs as their owners read them. */
class ReaderTest extends JournalTest {
  private List<ThreadView> threads(String ownerId, int limit) {
    return journal.ask(Histories.THREADS, new ListThreads(ownerId, null, limit)).threads();
  }

  @Test
  void threadsAreListedStretchByStretchAndEachOnce() {
    // Given
    for (int each = 0; each < 7; each++) {
      accept(journal, goal(ThreadKey.local("t" + each), "go"));
    }
    Rows.change(database, "UPDATE notjarvis.thread SET updated_at = now()");

    // When
    List<String> names = new ArrayList<>();
    @Nullable ThreadMark before = null;
    do {
      Threads stretch = journal.ask(Histories.THREADS, new ListThreads("local", before, 3));
      stretch.threads().forEach(view -> names.add(view.threadId()));
      before = stretch.last();
    } while (before != null);

    // Then
    assertThat(names).containsExactly("t6", "t5", "t4", "t3", "t2", "t1", "t0");
  }

  @Test
  void theThreadsOfAnOwnerAreListedTheNewestFirst() {
    // Given
    Lease first = begun(journal, ThreadKey.local("first"), "  find\n the MIT   website ").lease();
    begun(journal, ThreadKey.local("second"), "x".repeat(100));
    begun(journal, new ThreadKey("ann", "hers"), "hers");
    end(journal, first, answered(1, "Found."));
    accept(journal, goal(ThreadKey.local("third"), "third"));

    // When
    List<ThreadView> threads = threads("local", 200);

    // Then
    assertThat(threads)
        .extracting(ThreadView::threadId)
        .containsExactly("third", "first", "second");
    assertThat(threads).extracting(ThreadView::busy).containsExactly(true, false, true);
    ThreadView view = threads.get(1);
    assertThat(view.title()).isEqualTo("find the MIT website");
    assertThat(view.head()).isEqualTo(2);
    assertThat(view.updatedAt()).isAfter(view.createdAt());
    assertThat(view.forkedFrom()).isNull();
    assertThat(threads.get(2).title()).isEqualTo("x".repeat(80));
    assertThat(threads("local", 1)).hasSize(1);
    assertThat(threads("nobody", 1)).isEmpty();
  }

  @Test
  void aLimitThatIsNoneIsRefused() {
    assertFails(FailureCode.BAD_REQUEST, () -> threads("local", 0));
    assertFails(FailureCode.BAD_REQUEST, () -> threads("local", 201));
    assertFails(FailureCode.BAD_REQUEST, () -> page(null, 501));
  }

  private ThreadPage page(@Nullable Long before, int limit) {
    return journal.ask(Histories.THREAD, new ReadThread(THREAD, before, limit));
  }

  @Test
  void aThreadIsReadFromItsEndBackwards() {
    // Given
    Lease first = begun(journal, THREAD, "first").lease();
    append(journal, first, planned(1), observed(1));
    end(journal, first, answered(2, "One."));
    Lease second = begun(journal, THREAD, "second").lease();

    // When
    ThreadPage newest = page(null, 2);
    ThreadPage older = page(4L, 500);

    // Then
    assertThat(newest.checkpoints()).extracting(Checkpoint::checkpointId).containsExactly(4L, 5L);
    assertThat(newest.runs())
        .extracting(RunView::runId)
        .containsExactly(first.runId(), second.runId());
    assertThat(older.checkpoints())
        .extracting(Checkpoint::checkpointId)
        .containsExactly(1L, 2L, 3L);
    assertThat(older.runs()).extracting(RunView::runId).containsExactly(first.runId());
    assertThat(older.thread().head()).isEqualTo(5);
  }

  @Test
  void aThreadOfAnotherOwnerIsNotFound() {
    begun(journal, new ThreadKey("ann", "default"), "hers");

    assertFails(FailureCode.NOT_FOUND, () -> page(null, 1));
  }

  @Test
  void aRunIsReadWithWhatCameAfterACheckpoint() {
    // Given
    Lease lease = begun(journal, THREAD, "first").lease();
    AcceptGoal other = goal(THREAD, "second");
    accept(journal, other);
    append(journal, lease, costing(planned(1), new Usage(100, 20, 1)), observed(1));

    // When
    RunHistory history = journal.ask(Histories.RUN, new ReadRun("local", lease.runId(), 3));

    // Then
    assertThat(history.checkpoints()).extracting(Checkpoint::checkpointId).containsExactly(4L);
    RunView run = history.run();
    assertThat(run.thread()).isEqualTo(THREAD);
    assertThat(run.status()).isEqualTo(RunStatus.RUNNING);
    assertThat(run.inputCheckpoint()).isEqualTo(1);
    assertThat(run.lastCheckpoint()).isEqualTo(4);
    assertThat(run.usage()).isEqualTo(new Usage(100, 20, 1));
    assertThat(run.endedAt()).isNull();
  }

  @Test
  void aRunOfAnotherOwnerIsNotFound() {
    UUID runId = begun(journal, THREAD, "mine").lease().runId();

    assertFails(
        FailureCode.NOT_FOUND, () -> journal.ask(Histories.RUN, new ReadRun("ann", runId, 0)));
  }
}
