package notjarvis.persistence;

import static notjarvis.persistence.Samples.accept;
import static notjarvis.persistence.Samples.answered;
import static notjarvis.persistence.Samples.approval;
import static notjarvis.persistence.Samples.assertFails;
import static notjarvis.persistence.Samples.begun;
import static notjarvis.persistence.Samples.cancel;
import static notjarvis.persistence.Samples.end;
import static notjarvis.persistence.Samples.goal;
import static notjarvis.persistence.Samples.parked;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import notjarvis.blob.Blobs;
import notjarvis.blob.KeepBlob;
import notjarvis.failure.FailureCode;
import notjarvis.history.ForkThread;
import notjarvis.history.Histories;
import notjarvis.history.ListThreads;
import notjarvis.history.Prune;
import notjarvis.history.Pruned;
import notjarvis.thread.ThreadKey;
import org.junit.jupiter.api.Test;

class PruneTest extends JournalTest {
  private Pruned prune(int days) {
    return journal.ask(Histories.PRUNE, new Prune(days));
  }

  private void finished(String thread) {
    end(journal, begun(journal, ThreadKey.local(thread), "hello").lease(), answered(1, "Hello."));
  }

  private void age(String thread, int days) {
    Rows.change(
        database,
        "UPDATE thread SET updated_at = now() - interval '"
            + days
            + " days' WHERE thread_id = '"
            + thread
            + "'");
  }

  @Test
  void whatIsOlderIsDeletedAndTheRestStays() {
    // Given
    for (int n = 0; n < 45; n++) {
      finished("old-" + n);
      age("old-" + n, 31);
    }
    finished("new");
    age("new", 29);
    journal.ask(Blobs.KEEP, new KeepBlob("local", "image/png", new byte[] {1}));
    journal.ask(Blobs.KEEP, new KeepBlob("local", "image/png", new byte[] {2}));
    Rows.change(
        database, "UPDATE blob SET kept_at = now() - interval '31 days' WHERE bytes = '\\x01'");

    // When
    Pruned pruned = prune(30);

    // Then
    assertThat(pruned).isEqualTo(new Pruned(45, 1));
    assertThat(Rows.in(database, "SELECT thread_id FROM thread")).containsExactly("new");
    assertThat(Rows.in(database, "SELECT count(*) FROM run")).containsExactly("1");
    assertThat(Rows.in(database, "SELECT count(*) FROM checkpoint")).containsExactly("2");
    assertThat(Rows.in(database, "SELECT count(*) FROM request")).containsExactly("1");
    assertThat(prune(30)).isEqualTo(new Pruned(0, 0));
  }

  @Test
  void aThreadWithARunThatIsNotOverStaysHoweverOldItIs() {
    // Given
    begun(journal, ThreadKey.local("running"), "hello");
    parked(journal, ThreadKey.local("parked"), approval());
    finished("waiting");
    begun(journal, ThreadKey.local("waiting"), "hello");
    accept(journal, goal(ThreadKey.local("waiting"), "and then"));
    Rows.change(database, "UPDATE thread SET updated_at = now() - interval '999 days'");

    // When, Then
    assertThat(prune(1)).isEqualTo(new Pruned(0, 0));
    assertThat(Rows.in(database, "SELECT count(*) FROM thread")).containsExactly("3");
  }

  @Test
  void aThreadWithAllThatCanBelongToItIsDeletedAndItsForkOutlivesIt() {
    // Given
    ThreadKey thread = ThreadKey.local("rich");
    var lease = parked(journal, thread, approval());
    accept(journal, goal(thread, "never mind"));
    cancel(journal, lease.runId());
    journal.ask(Histories.FORK, new ForkThread(UUID.randomUUID(), thread, 2, "fork"));
    Rows.change(database, "UPDATE run SET status = 'finished' WHERE status = 'running'");
    Rows.change(database, "INSERT INTO snapshot SELECT id, 1, '{}' FROM thread");
    age("rich", 2);

    // When
    Pruned pruned = prune(1);

    // Then
    assertThat(pruned.threads()).isEqualTo(1);
    assertThat(journal.ask(Histories.THREADS, new ListThreads("local", null, 9)).threads())
        .singleElement()
        .satisfies(
            fork -> {
              assertThat(fork.threadId()).isEqualTo("fork");
              assertThat(fork.forkedFrom()).isNull();
              assertThat(fork.forkedCheckpoint()).isEqualTo(2);
            });
    assertThat(Rows.in(database, "SELECT count(*) FROM approval")).containsExactly("0");
  }

  @Test
  void thoseWhoPruneAtOnceDoNotWaitForEachOtherInACircle() {
    // Given
    for (int n = 0; n < 60; n++) {
      finished("old-" + n);
    }
    for (int n = 1; n < 60; n++) {
      Rows.change(
          database,
          "UPDATE thread SET forked_from = (SELECT id FROM thread WHERE thread_id = 'old-"
              + (n * 37 % 60)
              + "') WHERE thread_id = 'old-"
              + n
              + "'");
    }
    Rows.change(database, "UPDATE thread SET updated_at = now() - interval '31 days'");

    // When
    try (JournalClient other = JournalClient.on(database.url())) {
      List<Pruned> all =
          JournalClient.all(
              Stream.of(journal, journal, other)
                  .map(each -> each.asking(Histories.PRUNE, new Prune(30))));

      // Then
      assertThat(all.get(0)).isEqualTo(all.get(1));
      assertThat(all.get(0).threads() + all.get(2).threads()).isEqualTo(60);
    }
  }

  @Test
  void lessThanADayIsNoAge() {
    assertFails(FailureCode.BAD_REQUEST, () -> prune(0));
  }
}
