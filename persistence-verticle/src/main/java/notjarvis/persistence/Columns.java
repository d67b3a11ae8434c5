package notjarvis.persistence;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import notjarvis.journal.Checkpoint;
import notjarvis.journal.Verdict;
import notjarvis.run.RunStatus;
import notjarvis.thread.ThreadKey;
import org.jspecify.annotations.Nullable;

/** What columns of the same names hold in every answer. */
final class Columns {
  /** The columns of a checkpoint {@code c}. */
  static final String OF_CHECKPOINT =
      """
      c.checkpoint_id, c.parent_checkpoint_id, c.run_id,
             c.checkpoint::text AS checkpoint, c.metadata::text AS metadata\
      """;

  private Columns() {}

  static ThreadKey thread(Row row) {
    return new ThreadKey(row.getString("owner_id"), row.getString("thread_id"));
  }

  static RunStatus status(Row row) {
    return RunStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT));
  }

  static @Nullable Verdict verdict(Row row) {
    @Nullable String verdict = row.getString("verdict");
    return verdict == null ? null : Verdict.valueOf(verdict.toUpperCase(Locale.ROOT));
  }

  /** The name of a verdict in the database. */
  static String name(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }

  static Instant instant(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant();
  }

  static @Nullable Instant instantIfAny(Row row, String column) {
    @Nullable OffsetDateTime time = row.getOffsetDateTime(column);
    return time == null ? null : time.toInstant();
  }

  static Checkpoint checkpoint(Row row) {
    return new Checkpoint(
        row.getLong("checkpoint_id"),
        row.getLong("parent_checkpoint_id"),
        row.getUUID("run_id"),
        JournalJson.entry(row.getString("checkpoint")),
        JournalJson.metadata(row.getString("metadata")));
  }
}
