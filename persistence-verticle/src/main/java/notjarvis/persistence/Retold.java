package notjarvis.persistence;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What was written before and is told again when somebody says it again: the first time it may have
 * reached nobody. Whoever heard it drops it.
 */
final class Retold {
  /** A checkpoint of a run, and the one of the run before it: $1 run, $2 append key. */
  private static final String FIND =
      "SELECT "
          + Columns.OF_CHECKPOINT
          + """
          , t.owner_id, t.thread_id, r.status,
             (SELECT coalesce(max(before.checkpoint_id), 0) FROM notjarvis.checkpoint before
              WHERE before.run_id = c.run_id AND before.checkpoint_id < c.checkpoint_id) AS previous
          FROM notjarvis.checkpoint c
          JOIN notjarvis.run r ON r.run_id = c.run_id
          JOIN notjarvis.thread t ON t.id = r.thread
          WHERE c.run_id = $1 AND c.append_key = $2
          """;

  private Retold() {}

  /** What a run has under this key, if there is something. */
  static Future<Optional<Written>> find(SqlConnection connection, UUID runId, String key) {
    return new Statement(FIND, Tuple.of(runId, key))
        .on(connection)
        .map(rows -> Statement.first(rows, Retold::written));
  }

  private static Written written(Row row) {
    return new Written(
        Columns.thread(row),
        row.getUUID("run_id"),
        row.getLong("previous"),
        List.of(Columns.checkpoint(row)),
        Columns.status(row));
  }

  /** The answer to whoever said it again. */
  static <T> Future<Done<T>> answer(SqlConnection connection, UUID runId, String key, T answer) {
    return find(connection, runId, key)
        .map(written -> new Done<>(Future.succeededFuture(answer), written.stream().toList()));
  }
}
