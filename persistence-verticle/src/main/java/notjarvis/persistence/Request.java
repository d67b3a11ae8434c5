package notjarvis.persistence;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import notjarvis.failure.Failure;
import notjarvis.failure.FailureCode;
import notjarvis.run.StartRun;
import notjarvis.thread.ThreadKey;
import org.jspecify.annotations.Nullable;

/**
 * What a goal was accepted as.
 *
 * @param requestId the run id that was asked for
 * @param runId the run that works on it
 * @param checkpointId where it stands in the thread
 * @param steered whether it joined a run that was under way
 */
record Request(
    UUID requestId,
    ThreadKey thread,
    String goal,
    String onBusy,
    @Nullable String idempotencyKey,
    UUID runId,
    long checkpointId,
    boolean steered) {

  /** $1 run id that is asked for, $2 owner, $3 idempotency key. */
  private static final String FIND =
      """
      SELECT q.request_id, t.owner_id, t.thread_id, q.goal, q.on_busy, q.idempotency_key,
             q.run_id, q.checkpoint_id, q.steered
      FROM notjarvis.request q JOIN notjarvis.thread t ON t.id = q.thread
      WHERE q.request_id = $1 OR q.owner_id = $2 AND q.idempotency_key = $3
      ORDER BY q.request_id = $1 DESC LIMIT 1
      """;

  /**
   * $1 run id that was asked for, $2 idempotency key, $3 goal, $4 on busy, $5 the run that works on
   * it, $6 checkpoint, $7 whether it joined that run.
   */
  private static final String INSERT =
      """
      INSERT INTO notjarvis.request (request_id, owner_id, idempotency_key, thread, goal,
                           on_busy, run_id, checkpoint_id, steered)
      SELECT $1, r.owner_id, $2, r.thread, $3, $4, r.run_id, $6, $7
      FROM notjarvis.run r WHERE r.run_id = $5
      """;

  /** The request that has this run id or this key, if there is one. */
  static Future<Optional<Request>> find(SqlConnection connection, StartRun start) {
    Tuple values = Tuple.of(start.runId(), start.thread().ownerId(), clean(start.idempotencyKey()));
    return new Statement(FIND, values)
        .on(connection)
        .map(rows -> Statement.first(rows, Request::of));
  }

  private static Request of(Row row) {
    return new Request(
        row.getUUID("request_id"),
        Columns.thread(row),
        row.getString("goal"),
        row.getString("on_busy"),
        row.getString("idempotency_key"),
        row.getUUID("run_id"),
        row.getLong("checkpoint_id"),
        row.getBoolean("steered"));
  }

  /** Remembers that the goal is part of what was written. */
  static Future<Void> keep(
      SqlConnection connection, StartRun start, Written written, boolean steered) {
    Tuple values =
        Tuple.tuple()
            .addUUID(start.runId())
            .addString(clean(start.idempotencyKey()))
            .addString(JournalJson.clean(start.goal()))
            .addString(start.onBusy().wireName())
            .addUUID(written.runId())
            .addLong(written.last())
            .addBoolean(steered);
    return new Statement(INSERT, values).on(connection).mapEmpty();
  }

  private static @Nullable String clean(@Nullable String key) {
    return key == null ? null : JournalJson.clean(key);
  }

  boolean isSameAs(StartRun start) {
    return thread.equals(start.thread())
        && goal.equals(JournalJson.clean(start.goal()))
        && onBusy.equals(start.onBusy().wireName())
        && Objects.equals(idempotencyKey, clean(start.idempotencyKey()));
  }

  /** Why something else cannot be accepted in its place. */
  Failure conflict(StartRun start) {
    return new Failure(
        FailureCode.CONFLICT,
        requestId.equals(start.runId())
            ? "Another goal has this run id: choose a new one."
            : "Another goal has this idempotency key: choose a new one.");
  }
}
