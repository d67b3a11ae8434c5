package notjarvis.persistence;

import static notjarvis.persistence.Samples.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import notjarvis.blob.Blob;
import notjarvis.blob.BlobRef;
import notjarvis.blob.Blobs;
import notjarvis.blob.KeepBlob;
import notjarvis.blob.ReadBlob;
import notjarvis.failure.FailureCode;
import org.junit.jupiter.api.Test;

class BlobTest extends JournalTest {
  private static final byte[] ABC = {'a', 'b', 'c'};
  private static final String SHA_OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  private BlobRef keep(String ownerId, String mediaType, byte[] bytes) {
    return journal.ask(Blobs.KEEP, new KeepBlob(ownerId, mediaType, bytes));
  }

  private Blob read(String ownerId, String sha256) {
    return journal.ask(Blobs.READ, new ReadBlob(ownerId, sha256));
  }

  @Test
  void bytesAreFoundAgainByTheirHash() {
    // When
    BlobRef ref = keep("local", "image/png", ABC);

    // Then
    assertThat(ref).isEqualTo(new BlobRef(SHA_OF_ABC, "image/png", 3));
    assertThat(read("local", ref.sha256()).bytes()).isEqualTo(ABC);
    assertThat(read("local", ref.sha256()).mediaType()).isEqualTo("image/png");
  }

  @Test
  void theSameBytesAreKeptOnceForEachOwner() {
    keep("local", "image/png", ABC);

    assertThat(keep("local", "image/webp", ABC).mediaType()).isEqualTo("image/png");
    assertThat(keep("ann", "image/webp", ABC).mediaType()).isEqualTo("image/webp");
    assertThat(Rows.in(database, "SELECT count(*) FROM blob")).containsExactly("2");
    assertThat(read("local", SHA_OF_ABC).bytes()).isEqualTo(ABC);
    assertThat(read("ann", SHA_OF_ABC).bytes()).isEqualTo(ABC);
    assertFails(FailureCode.NOT_FOUND, () -> read("eve", SHA_OF_ABC));
  }

  @Test
  void whatAnotherOwnerKeepsIsNotFound() {
    keep("ann", "image/png", ABC);

    assertFails(FailureCode.NOT_FOUND, () -> read("local", SHA_OF_ABC));
    assertFails(FailureCode.NOT_FOUND, () -> read("ann", "\u0000"));
  }

  @Test
  void bytesUpToTheLimitAreKeptAndNoMore() {
    byte[] largest = new byte[Blobs.LARGEST];
    Arrays.fill(largest, (byte) 7);

    BlobRef ref = keep("local", "image/png", largest);

    assertThat(read("local", ref.sha256()).bytes()).isEqualTo(largest);
    assertFails(
        FailureCode.BAD_REQUEST, () -> keep("local", "image/png", new byte[Blobs.LARGEST + 1]));
    assertFails(FailureCode.BAD_REQUEST, () -> keep("local", "image/png", new byte[0]));
    assertFails(FailureCode.BAD_REQUEST, () -> keep("local", "text/html\r\nx", ABC));
  }
}
