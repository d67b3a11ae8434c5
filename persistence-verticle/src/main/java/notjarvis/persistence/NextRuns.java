package notjarvis.persistence;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Tells whose turn it is. */
final class NextRuns {
  /** For each run whose thread is free, the run of the thread that waits longest: $1 runs. */
  private static final String NEXT_RUNS =
      """
      SELECT DISTINCT ON (over.run_id) over.run_id, next.run_id AS next
      FROM notjarvis.run over
      JOIN notjarvis.run next ON next.thread = over.thread AND next.status = 'accepted'
      WHERE over.run_id = ANY ($1) AND NOT EXISTS (
        SELECT FROM notjarvis.run other
        WHERE other.thread = over.thread AND other.status = 'running')
      ORDER BY over.run_id, next.input_checkpoint
      """;

  private NextRuns() {}

  /** The next run by the run that made room for it. */
  static Future<Map<UUID, UUID>> after(SqlConnection connection, Collection<UUID> runs) {
    if (runs.isEmpty()) {
      return Future.succeededFuture(Map.of());
    }
    return new Statement(NEXT_RUNS, Tuple.of(runs.toArray(UUID[]::new)))
        .on(connection)
        .map(rows -> StreamSupport.stream(rows.spliterator(), false))
        .map(
            rows ->
                rows.collect(
                    Collectors.toMap(row -> row.getUUID("run_id"), row -> row.getUUID("next"))));
  }
}
