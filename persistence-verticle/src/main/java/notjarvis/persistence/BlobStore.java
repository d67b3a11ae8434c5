package notjarvis.persistence;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.regex.Pattern;
import notjarvis.blob.Blob;
import notjarvis.blob.BlobRef;
import notjarvis.blob.Blobs;
import notjarvis.blob.KeepBlob;
import notjarvis.blob.ReadBlob;
import notjarvis.failure.Failure;

/** Keeps bytes by their hash, for each owner apart. */
final class BlobStore {
  /** Keeps them, or remembers that they were handed in again: $1 owner, $2 media type, $3 bytes. */
  private static final String KEEP =
      """
      INSERT INTO notjarvis.blob AS b (owner_id, sha256, media_type, bytes)
      VALUES ($1, encode(sha256($3), 'hex'), $2, $3)
      ON CONFLICT (owner_id, sha256) DO UPDATE SET kept_at = now()
      RETURNING b.sha256, b.media_type, octet_length(b.bytes) AS size
      """;

  /** $1 owner, $2 hash. */
  private static final String READ =
      "SELECT media_type, bytes FROM notjarvis.blob WHERE owner_id = $1 AND sha256 = $2";

  private static final Pattern MEDIA_TYPE =
      Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,62}/[a-z0-9][a-z0-9!#$&^_.+-]{0,62}");

  private final Database database;

  BlobStore(Database database) {
    this.database = database;
  }

  Future<BlobRef> keep(KeepBlob blob) {
    if (blob.bytes().length == 0 || blob.bytes().length > Blobs.LARGEST) {
      return Future.failedFuture(
          Failure.badRequest("A blob has 1 to " + Blobs.LARGEST + " bytes."));
    }
    if (!MEDIA_TYPE.matcher(blob.mediaType()).matches()) {
      return Future.failedFuture(Failure.badRequest("A media type looks like image/png."));
    }
    Tuple values = Tuple.of(blob.ownerId(), blob.mediaType(), Buffer.buffer(blob.bytes()));
    return database
        .with(
            "Keeping bytes of " + blob.ownerId(),
            connection -> new Statement(KEEP, values).on(connection))
        .map(rows -> ref(rows.iterator().next()));
  }

  private static BlobRef ref(Row row) {
    return new BlobRef(
        row.getString("sha256"), row.getString("media_type"), row.getInteger("size"));
  }

  Future<Blob> read(ReadBlob question) {
    Tuple values = Tuple.of(question.ownerId(), JournalJson.clean(question.sha256()));
    return database
        .with(
            "Reading bytes of " + question.ownerId(),
            connection -> new Statement(READ, values).on(connection))
        .map(rows -> Statement.first(rows, row -> row))
        .map(row -> row.orElseThrow(() -> Absent.blob(question.sha256())))
        .map(row -> new Blob(row.getString("media_type"), row.getBuffer("bytes").getBytes()));
  }
}
