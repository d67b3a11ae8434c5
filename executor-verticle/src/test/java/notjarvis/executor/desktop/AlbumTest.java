package notjarvis.executor.desktop;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import notjarvis.action.Observation;
import notjarvis.blob.BlobRef;
import notjarvis.blob.Blobs;
import notjarvis.blob.KeepBlob;
import notjarvis.bus.Bus;
import notjarvis.failure.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(VertxExtension.class)
class AlbumTest {
  private static final String ONLY_THERE = "Saved it, and only there: ";

  @TempDir private Path folder;

  @Test
  void theCopyIsTheOwnersAndHasTheBytesOfTheFile(Vertx vertx) throws Exception {
    KeptBlobs kept = KeptBlobs.on(vertx);
    byte[] bytes = new byte[Blobs.LARGEST];
    Arrays.fill(bytes, (byte) 7);
    Path file = Files.write(folder.resolve("a.png"), bytes);

    Observation observation = added(kept.album(vertx), saved(file));

    assertThat(observation).isEqualTo(saved(file).withBlob(KeptBlobs.ref(bytes)));
    assertThat(kept.all()).singleElement().extracting(KeepBlob::ownerId).isEqualTo("ann");
    assertThat(kept.all().get(0).mediaType()).isEqualTo("image/png");
    assertThat(kept.all().get(0).bytes()).isEqualTo(bytes);
  }

  @Test
  void aPictureThatIsTooLargeIsNotReadAndIsOnlyInItsFile(Vertx vertx) throws Exception {
    KeptBlobs kept = KeptBlobs.on(vertx);
    Path file = folder.resolve("large.png");
    try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(Blobs.LARGEST + 1L);
    }

    Observation observation = added(kept.album(vertx), saved(file));

    assertThat(observation)
        .isEqualTo(
            Observation.wrote(
                ONLY_THERE + "a copy of more than 10 MB is not kept.", file.toString()));
    assertThat(kept.all()).isEmpty();
  }

  @Test
  void withoutPersistenceThePictureIsOnlyInItsFile(Vertx vertx) throws Exception {
    Path file = picture();

    Observation observation = added(new Album(vertx.fileSystem(), Bus.open(vertx)), saved(file));

    assertThat(observation).isEqualTo(withoutCopy(file));
  }

  @Test
  void persistenceThatDoesNotAnswerInTimeIsNotWaitedFor(Vertx vertx) throws Exception {
    Bus bus = Bus.open(vertx);
    answering(bus, Promise.<BlobRef>promise().future());
    Path file = picture();

    Album album = new Album(vertx.fileSystem(), bus, Duration.ofMillis(50));

    assertThat(added(album, saved(file))).isEqualTo(withoutCopy(file));
  }

  @Test
  void whatPersistenceRefusesIsNotKept(Vertx vertx) throws Exception {
    Bus bus = Bus.open(vertx);
    answering(bus, Future.failedFuture(Failure.unavailable("The database is away.")));
    Path file = picture();

    assertThat(added(new Album(vertx.fileSystem(), bus), saved(file))).isEqualTo(withoutCopy(file));
  }

  @Test
  void aFileThatIsGoneByThenHasNoCopy(Vertx vertx) throws Exception {
    KeptBlobs kept = KeptBlobs.on(vertx);
    Path file = folder.resolve("gone.png");

    assertThat(added(kept.album(vertx), saved(file))).isEqualTo(withoutCopy(file));
    assertThat(kept.all()).isEmpty();
  }

  @Test
  void withoutAPictureThereIsNothingToKeep(Vertx vertx) throws Exception {
    KeptBlobs kept = KeptBlobs.on(vertx);
    Observation failed = Observation.failed("The screen is locked.");

    assertThat(added(kept.album(vertx), failed)).isEqualTo(failed);
    assertThat(kept.all()).isEmpty();
  }

  private Path picture() throws IOException {
    return Files.write(folder.resolve("a.png"), new byte[] {1, 2, 3});
  }

  private static Observation saved(Path file) {
    return Observation.wrote("Saved it", file.toString());
  }

  private static Observation withoutCopy(Path file) {
    return Observation.wrote(ONLY_THERE + "no copy of it could be kept.", file.toString());
  }

  private static void answering(Bus bus, Future<BlobRef> answer) throws Exception {
    result(bus.answer(Blobs.KEEP, blob -> answer).completion());
  }

  private static Observation added(Album album, Observation saved) throws Exception {
    return result(album.add(saved, "ann"));
  }

  private static <T> T result(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(20, SECONDS);
  }
}
