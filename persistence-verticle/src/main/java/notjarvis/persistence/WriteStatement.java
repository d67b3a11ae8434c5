package notjarvis.persistence;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import notjarvis.journal.Lease;
import org.jspecify.annotations.Nullable;

/** The one statement that writes checkpoints, of many runs at once, each of another thread. */
final class WriteStatement {
  /**
   * Writes for each run all that is asked, or nothing: nothing when its lease does not hold, it has
   * too many controls, one of the keys is there already, or somebody else has the lock of the
   * thread or the run. Returns a row for each run that was written to, with its head before.
   *
   * <p>{@code held} is the fence: it looks at the newest versions of both rows and locks them, so
   * an epoch that changed since the statement began is seen. It never waits for a lock, so that one
   * run cannot hold the others up and two of these cannot wait for each other. Whether a key is
   * there is looked up as of the statement's beginning: a twin that was under way then makes all of
   * it fail on {@code checkpoint_append_key}.
   *
   * <p>Runs: $1 ids, $2 planners, $3 epochs, $4 controls, $5 statuses. Checkpoints: $6 which of the
   * runs, from 1, $7 append keys, $8 nodes, $9 checkpoints, $10 metadata.
   */
  private static final String WRITE =
      """
      WITH asked AS (
        SELECT * FROM unnest($1::uuid[], $2::text[], $3::bigint[], $4::int[], $5::text[])
                      WITH ORDINALITY AS a (run_id, planner, epoch, controls, becomes, nth)
      ), fresh AS (
        SELECT nth, append_key, node, checkpoint::jsonb, metadata::jsonb,
               row_number() OVER (PARTITION BY nth ORDER BY position) AS place
        FROM unnest($6::int[], $7::text[], $8::text[], $9::text[], $10::text[])
             WITH ORDINALITY AS f (nth, append_key, node, checkpoint, metadata, position)
      ), total AS (
        SELECT nth, count(*) AS checkpoints,
               count(*) FILTER (WHERE node = 'control') AS controls,
               bool_or(append_key = 'cancel') AS cancel_asked,
               coalesce(sum((metadata -> 'usage' ->> 'inputTokens')::bigint), 0) AS input_tokens,
               coalesce(sum((metadata -> 'usage' ->> 'outputTokens')::bigint), 0) AS output_tokens,
               coalesce(sum((metadata -> 'usage' ->> 'modelCalls')::bigint), 0) AS model_calls
        FROM fresh GROUP BY nth
      ), held AS (
        SELECT a.nth, a.becomes, t.id AS thread, t.owner_id, t.thread_id, t.head,
               r.run_id, r.last_checkpoint AS previous, r.status
        FROM asked a
        JOIN notjarvis.run r ON r.run_id = a.run_id
        JOIN notjarvis.thread t ON t.id = r.thread
        WHERE (a.planner IS NULL OR r.lease_owner = a.planner AND r.lease_epoch = a.epoch
                                    AND r.status = 'running')
          AND (a.controls IS NULL OR r.controls <= a.controls)
          AND NOT EXISTS (
            SELECT FROM fresh f
            JOIN notjarvis.checkpoint c
              ON c.run_id = a.run_id AND c.append_key = f.append_key AND c.thread = r.thread
            WHERE f.nth = a.nth)
        FOR NO KEY UPDATE OF t, r SKIP LOCKED
      ), numbered AS (
        UPDATE notjarvis.thread t SET head = h.head + n.checkpoints, updated_at = now()
        FROM held h JOIN total n USING (nth)
        WHERE t.id = h.thread
      ), counted AS (
        UPDATE notjarvis.run r
        SET status = coalesce(h.becomes, r.status),
            ended_at = CASE WHEN h.becomes IN ('finished', 'failed', 'cancelled', 'superseded')
                       THEN now() ELSE r.ended_at END,
            controls = r.controls + n.controls,
            cancel_asked = r.cancel_asked OR n.cancel_asked,
            last_checkpoint = h.head + n.checkpoints,
            input_tokens = r.input_tokens + n.input_tokens,
            output_tokens = r.output_tokens + n.output_tokens,
            model_calls = r.model_calls + n.model_calls
        FROM held h JOIN total n USING (nth)
        WHERE r.run_id = h.run_id
      ), written AS (
        INSERT INTO notjarvis.checkpoint (thread, checkpoint_id, parent_checkpoint_id,
                                run_id, node, append_key, checkpoint, metadata)
        SELECT h.thread, h.head + f.place, nullif(h.head + f.place - 1, 0),
               h.run_id, f.node, f.append_key, f.checkpoint, f.metadata
        FROM held h JOIN fresh f USING (nth)
      )
      SELECT nth::int, run_id, owner_id, thread_id, head, previous,
             coalesce(becomes, status) AS status
      FROM held
      """;

  private WriteStatement() {}

  /** Writes to many runs, each of another thread. Whatever is not in the answer was not written. */
  static Future<Map<UUID, Written>> write(SqlConnection connection, List<Writing> writings) {
    List<List<Kept>> kept = writings.stream().map(Kept::all).toList();
    return new Statement(WRITE, values(writings, kept))
        .on(connection)
        .map(rows -> Statement.list(rows, row -> written(row, kept)))
        .map(all -> all.stream().collect(Collectors.toMap(Written::runId, Function.identity())));
  }

  /** Writes to one run, whose thread is locked by this transaction. */
  static Future<Written> write(SqlConnection connection, Writing writing) {
    return write(connection, List.of(writing))
        .map(written -> Optional.ofNullable(written.get(writing.runId())))
        .map(written -> written.orElseThrow(WriteStatement::notUnderLock));
  }

  private static IllegalStateException notUnderLock() {
    return new IllegalStateException("what is written under the lock has to be judged before");
  }

  private static Tuple values(List<Writing> writings, List<List<Kept>> kept) {
    List<Kept> all = kept.stream().flatMap(List::stream).toList();
    Integer[] nth =
        IntStream.range(0, kept.size())
            .boxed()
            .flatMap(run -> Collections.nCopies(kept.get(run).size(), run + 1).stream())
            .toArray(Integer[]::new);
    return Tuple.tuple()
        .addArrayOfUUID(of(writings, Writing::runId, UUID[]::new))
        .addArrayOfString(of(writings, each -> lease(each, Lease::plannerId), String[]::new))
        .addArrayOfLong(of(writings, each -> lease(each, Lease::epoch), Long[]::new))
        .addArrayOfInteger(of(writings, Writing::controls, Integer[]::new))
        .addArrayOfString(of(writings, WriteStatement::status, String[]::new))
        .addArrayOfInteger(nth)
        .addArrayOfString(of(all, Kept::appendKey, String[]::new))
        .addArrayOfString(of(all, Kept::node, String[]::new))
        .addArrayOfString(of(all, Kept::json, String[]::new))
        .addArrayOfString(of(all, Kept::metadataJson, String[]::new));
  }

  private static <S, T> T[] of(
      List<S> all, Function<S, @Nullable T> value, IntFunction<T[]> array) {
    return all.stream().map(value).toArray(array);
  }

  private static <T> @Nullable T lease(Writing writing, Function<Lease, T> part) {
    return writing.lease() == null ? null : part.apply(writing.lease());
  }

  private static @Nullable String status(Writing writing) {
    return writing.becomes() == null ? null : writing.becomes().wireName();
  }

  private static Written written(Row row, List<List<Kept>> kept) {
    long head = row.getLong("head");
    List<Kept> own = kept.get(row.getInteger("nth") - 1);
    return new Written(
        Columns.thread(row),
        row.getUUID("run_id"),
        row.getLong("previous"),
        IntStream.range(0, own.size()).mapToObj(n -> own.get(n).numbered(head + n + 1)).toList(),
        Columns.status(row));
  }
}
