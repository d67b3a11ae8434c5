package notjarvis.persistence;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import notjarvis.failure.Failure;
import notjarvis.failure.FailureCode;
import notjarvis.journal.Append;
import notjarvis.journal.Lease;
import notjarvis.journal.NewCheckpoint;
import notjarvis.persistence.Database.Statement;
import notjarvis.run.RunStatus;
import org.jspecify.annotations.Nullable;

/** The statement that appends, from what is asked to what it came to. */
final class AppendStatement {
  /**
   * Appends checkpoints under a lease, all or none, and ends the run if asked to. Returns a number
   * for each in the order asked, nulls where the lease does not hold; and whether all that is known
   * already says the same. If it does not, nothing is written.
   *
   * <p>{@code lease} is the fence: it waits for the row locks and then looks at the newest versions
   * of both rows, so an epoch that changed meanwhile is seen. What is known already is looked up as
   * of the statement's beginning: a twin of this append that was under way makes it fail on {@code
   * checkpoint_append_key}, and asking again answers.
   *
   * <p>$1 run, $2 planner, $3 epoch, $4 append keys, $5 nodes, $6 checkpoints, $7 metadata, $8 the
   * status that ends the run.
   */
  private static final String APPEND =
      """
      WITH asked AS (
        SELECT append_key, node, checkpoint::jsonb, metadata::jsonb, position
        FROM unnest($4::text[], $5::text[], $6::text[], $7::text[])
             WITH ORDINALITY AS a (append_key, node, checkpoint, metadata, position)
      ), lease AS (
        SELECT t.id AS thread, r.run_id, r.status = 'running' AS active
        FROM notjarvis.thread t JOIN notjarvis.run r ON r.thread = t.id
        WHERE r.run_id = $1 AND r.lease_owner = $2 AND r.lease_epoch = $3
        FOR NO KEY UPDATE OF t, r
      ), known AS (
        SELECT a.append_key, c.checkpoint_id, c.checkpoint = a.checkpoint AS same
        FROM lease l
        JOIN notjarvis.checkpoint c ON c.run_id = l.run_id AND c.thread = l.thread
        JOIN asked a ON a.append_key = c.append_key
      ), agreed AS (
        SELECT coalesce(bool_and(same), true) AS same FROM known
      ), fresh AS (
        SELECT a.*, row_number() OVER (ORDER BY a.position) AS place
        FROM asked a
        WHERE a.append_key NOT IN (SELECT append_key FROM known)
      ), total AS (
        SELECT count(*) AS checkpoints,
               coalesce(sum((metadata -> 'usage' ->> 'inputTokens')::bigint), 0) AS input_tokens,
               coalesce(sum((metadata -> 'usage' ->> 'outputTokens')::bigint), 0) AS output_tokens,
               coalesce(sum((metadata -> 'usage' ->> 'modelCalls')::bigint), 0) AS model_calls
        FROM fresh
      ), numbered AS (
        UPDATE notjarvis.thread t SET head = t.head + n.checkpoints
        FROM lease l, agreed, total n
        WHERE t.id = l.thread AND l.active AND agreed.same AND n.checkpoints > 0
        RETURNING t.id AS thread, t.head - n.checkpoints AS head
      ), written AS (
        INSERT INTO notjarvis.checkpoint (thread, checkpoint_id, parent_checkpoint_id,
                                run_id, node, append_key, checkpoint, metadata)
        SELECT t.thread, t.head + f.place, nullif(t.head + f.place - 1, 0),
               $1, f.node, f.append_key, f.checkpoint, f.metadata
        FROM numbered t, fresh f
        RETURNING append_key, checkpoint_id
      ), counted AS (
        UPDATE notjarvis.run r
        SET status = coalesce($8::text, r.status),
            ended_at = CASE WHEN $8::text IS NULL THEN r.ended_at ELSE now() END,
            input_tokens = r.input_tokens + n.input_tokens,
            output_tokens = r.output_tokens + n.output_tokens,
            model_calls = r.model_calls + n.model_calls
        FROM lease l, agreed, total n
        WHERE r.run_id = l.run_id AND l.active AND agreed.same
          AND ($8::text IS NOT NULL OR n.input_tokens + n.output_tokens + n.model_calls > 0)
      )
      SELECT coalesce(k.checkpoint_id, w.checkpoint_id) AS checkpoint_id, agreed.same
      FROM agreed, asked a
      LEFT JOIN known k USING (append_key)
      LEFT JOIN written w USING (append_key)
      ORDER BY a.position
      """;

  private AppendStatement() {}

  static Statement of(Append append) {
    Lease lease = append.lease();
    Tuple values =
        Tuple.tuple()
            .addUUID(lease.runId())
            .addString(lease.plannerId())
            .addLong(lease.epoch())
            .addArrayOfString(column(append, NewCheckpoint::appendKey))
            .addArrayOfString(column(append, each -> each.entry().node().wireName()))
            .addArrayOfString(column(append, each -> JournalJson.write(each.entry())))
            .addArrayOfString(column(append, each -> metadata(lease, each)))
            .addString(status(append));
    return new Statement(APPEND, values);
  }

  private static String[] column(Append append, Function<NewCheckpoint, String> value) {
    return append.checkpoints().stream().map(value).toArray(String[]::new);
  }

  private static String metadata(Lease lease, NewCheckpoint checkpoint) {
    return JournalJson.write(checkpoint.metadata(), checkpoint.entry().node(), lease.runId());
  }

  private static @Nullable String status(Append append) {
    return append.becomes() == RunStatus.RUNNING ? null : append.becomes().wireName();
  }

  /** The numbers of the checkpoints, or why there are none. */
  static Future<List<Long>> ids(RowSet<Row> rows) {
    if (!rows.iterator().next().getBoolean("same")) {
      return Future.failedFuture(
          new Failure(FailureCode.CONFLICT, "The run says something else at this step already."));
    }
    List<Long> ids =
        StreamSupport.stream(rows.spliterator(), false)
            .map(row -> row.getLong("checkpoint_id"))
            .filter(Objects::nonNull)
            .toList();
    return ids.size() == rows.size() ? Future.succeededFuture(ids) : Future.failedFuture(fenced());
  }

  private static Failure fenced() {
    return new Failure(FailureCode.FENCED, "The run is over, or another planner owns it.");
  }
}
