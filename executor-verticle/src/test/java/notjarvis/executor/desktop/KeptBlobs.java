package notjarvis.executor.desktop;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import notjarvis.blob.BlobRef;
import notjarvis.blob.Blobs;
import notjarvis.blob.KeepBlob;
import notjarvis.bus.Bus;

/** What stands in for persistence: it keeps all that it is handed. */
final class KeptBlobs {
  private final Bus bus;
  private final List<KeepBlob> all = new CopyOnWriteArrayList<>();

  private KeptBlobs(Bus bus) {
    this.bus = bus;
  }

  static KeptBlobs on(Vertx vertx) throws Exception {
    KeptBlobs kept = new KeptBlobs(Bus.open(vertx));
    kept.bus
        .answer(Blobs.KEEP, kept::keep)
        .completion()
        .toCompletionStage()
        .toCompletableFuture()
        .get(10, SECONDS);
    return kept;
  }

  private Future<BlobRef> keep(KeepBlob blob) {
    all.add(blob);
    return Future.succeededFuture(ref(blob.bytes()));
  }

  static BlobRef ref(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new BlobRef(HexFormat.of().formatHex(hash), "image/png", bytes.length);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  Bus bus() {
    return bus;
  }

  Album album(Vertx vertx) {
    return new Album(vertx.fileSystem(), bus);
  }

  List<KeepBlob> all() {
    return all;
  }
}
