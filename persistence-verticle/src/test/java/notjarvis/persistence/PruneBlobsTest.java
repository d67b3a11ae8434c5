package notjarvis.persistence;

import static notjarvis.persistence.Samples.NOON;
import static notjarvis.persistence.Samples.answered;
import static notjarvis.persistence.Samples.append;
import static notjarvis.persistence.Samples.assertFails;
import static notjarvis.persistence.Samples.begun;
import static notjarvis.persistence.Samples.end;
import static notjarvis.persistence.Samples.planned;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import notjarvis.action.Observation;
import notjarvis.blob.BlobRef;
import notjarvis.blob.Blobs;
import notjarvis.blob.KeepBlob;
import notjarvis.blob.ReadBlob;
import notjarvis.failure.FailureCode;
import notjarvis.history.ForkThread;
import notjarvis.history.Histories;
import notjarvis.history.Prune;
import notjarvis.history.Pruned;
import notjarvis.journal.Entry;
import notjarvis.journal.Lease;
import notjarvis.journal.Metadata;
import notjarvis.journal.NewCheckpoint;
import notjarvis.thread.ThreadKey;
import org.junit.jupiter.api.Test;

/** Bytes stay for as long as a thread of their owner names them. */
class PruneBlobsTest extends JournalTest {
  private static final byte[] PICTURE = {1, 2, 3};

  @Test
  void whatAThreadNamesStaysHoweverOldItIs() {
    // Given
    BlobRef named = keep("local", PICTURE);
    BlobRef forgotten = keep("local", new byte[] {9});
    pictured(ThreadKey.local("album"), named);
    ageBlobs();

    // When
    Pruned pruned = prune();

    // Then
    assertThat(pruned).isEqualTo(new Pruned(0, 1));
    assertThat(bytes("local", named)).isEqualTo(PICTURE);
    assertFails(FailureCode.NOT_FOUND, () -> bytes("local", forgotten));
  }

  @Test
  void whatTheLastThreadThatNamesItTakesAlongIsNoMore() {
    // Given
    BlobRef named = keep("local", PICTURE);
    pictured(ThreadKey.local("album"), named);
    ageBlobs();
    ageThread("album");

    // When, Then
    assertThat(prune()).isEqualTo(new Pruned(1, 1));
    assertFails(FailureCode.NOT_FOUND, () -> bytes("local", named));
  }

  @Test
  void aForkNamesWhatItsOriginNamed() {
    // Given
    ThreadKey album = ThreadKey.local("album");
    BlobRef named = keep("local", PICTURE);
    pictured(album, named);
    journal.ask(Histories.FORK, new ForkThread(UUID.randomUUID(), album, 3, "fork"));
    journal.ask(
        Histories.FORK,
        new ForkThread(UUID.randomUUID(), album, 2, "fork-from-before-the-picture"));
    ageBlobs();
    ageThread("album");

    // When
    Pruned first = prune();
    ageThread("fork");
    Pruned second = prune();

    // Then
    assertThat(first).isEqualTo(new Pruned(1, 0));
    assertThat(second).isEqualTo(new Pruned(1, 1));
  }

  @Test
  void theSameBytesOfAnotherOwnerAreNotKeptByTheThreadsOfThisOne() {
    // Given
    BlobRef own = keep("local", PICTURE);
    keep("ann", PICTURE);
    pictured(ThreadKey.local("album"), own);
    ageBlobs();

    // When, Then
    assertThat(prune()).isEqualTo(new Pruned(0, 1));
    assertThat(bytes("local", own)).isEqualTo(PICTURE);
    assertFails(FailureCode.NOT_FOUND, () -> bytes("ann", own));
  }

  @Test
  void whatWasHandedInAgainIsNotOld() {
    // Given
    keep("local", PICTURE);
    ageBlobs();
    BlobRef again = keep("local", PICTURE);

    // When, Then
    assertThat(prune()).isEqualTo(new Pruned(0, 0));
    assertThat(bytes("local", again)).isEqualTo(PICTURE);
  }

  @Test
  void manyAreDeletedAroundThoseThatStay() {
    // Given
    BlobRef named = keep("local", PICTURE);
    pictured(ThreadKey.local("album"), named);
    for (int n = 0; n < 250; n++) {
      keep("local", new byte[] {(byte) n, 0});
    }
    ageBlobs();

    // When, Then
    assertThat(prune()).isEqualTo(new Pruned(0, 250));
    assertThat(bytes("local", named)).isEqualTo(PICTURE);
  }

  /** A run whose only step took a picture. */
  private void pictured(ThreadKey thread, BlobRef picture) {
    Observation saved = Observation.wrote("Saved it.", "/a.png").withBlob(picture);
    Entry entry = new Entry.ActionObserved(1, saved);
    Lease lease = begun(journal, thread, "take a screenshot").lease();
    append(journal, lease, planned(1), NewCheckpoint.of(1, entry, Metadata.at(NOON)));
    end(journal, lease, answered(2, "Saved it."));
  }

  private BlobRef keep(String ownerId, byte[] bytes) {
    return journal.ask(Blobs.KEEP, new KeepBlob(ownerId, "image/png", bytes));
  }

  private byte[] bytes(String ownerId, BlobRef blob) {
    return journal.ask(Blobs.READ, new ReadBlob(ownerId, blob.sha256())).bytes();
  }

  private Pruned prune() {
    return journal.ask(Histories.PRUNE, new Prune(30));
  }

  private void ageBlobs() {
    Rows.change(database, "UPDATE blob SET kept_at = now() - interval '31 days'");
  }

  private void ageThread(String threadId) {
    Rows.change(
        database,
        "UPDATE thread SET updated_at = now() - interval '31 days' WHERE thread_id = '"
            + threadId
            + "'");
  }
}
