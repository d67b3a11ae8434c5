package notjarvis.persistence;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import notjarvis.failure.Failure;
import notjarvis.failure.FailureCode;
import notjarvis.history.ForkThread;
import notjarvis.history.Forked;
import notjarvis.run.Outcome;
import notjarvis.run.RunStatus;
import notjarvis.thread.ThreadKey;

/** Makes threads out of the beginnings of others. */
final class Forks {
  /** Sees to it that the thread stays while it is copied: $1 owner, $2 thread id. */
  private static final String SOURCE =
      """
      SELECT id, head FROM notjarvis.thread WHERE owner_id = $1 AND thread_id = $2
      FOR KEY SHARE
      """;

  /** $1 the thread that is forked, $2 checkpoint, $3 the name of the fork, $4 request. */
  private static final String INSERT =
      """
      INSERT INTO notjarvis.thread (owner_id, thread_id, head, title, forked_from, forked_checkpoint,
                          fork_request)
      SELECT owner_id, $3, $2, title, id, $2, $4 FROM notjarvis.thread WHERE id = $1
      ON CONFLICT (owner_id, thread_id) DO NOTHING
      RETURNING id
      """;

  /** Whether a fork was made for this request: $1 owner, $2 the name of the fork, $3 request. */
  private static final String MADE =
      """
      SELECT FROM notjarvis.thread WHERE owner_id = $1 AND thread_id = $2 AND fork_request = $3
      """;

  /**
   * Copies checkpoints and their runs, which get new names: a run belongs to one thread. Those that
   * were not over at that point are parked until they are ended. $1 the thread that is forked, $2
   * checkpoint, $3 the fork.
   */
  static final String COPY =
      """
      WITH past AS MATERIALIZED (
        SELECT r.*, gen_random_uuid() AS copy, upto.*
        FROM notjarvis.run r CROSS JOIN LATERAL (
          SELECT max(c.checkpoint_id) AS last_then,
                 bool_or(c.node = 'reception') AS over_then,
                 bool_or(c.append_key = 'cancel') AS cancel_then,
                 count(*) FILTER (WHERE c.node = 'control') AS controls_then,
                 coalesce(sum((c.metadata -> 'usage' ->> 'inputTokens')::bigint), 0) AS input_then,
                 coalesce(sum((c.metadata -> 'usage' ->> 'outputTokens')::bigint), 0) AS output_then,
                 coalesce(sum((c.metadata -> 'usage' ->> 'modelCalls')::bigint), 0) AS calls_then
          FROM notjarvis.checkpoint c
          WHERE c.run_id = r.run_id AND c.checkpoint_id <= $2
        ) upto
        WHERE r.thread = $1 AND r.input_checkpoint <= $2
      ), runs AS (
        INSERT INTO notjarvis.run (run_id, owner_id, thread, goal, input_checkpoint, status,
                         lease_epoch, input_tokens, output_tokens, model_calls, accepted_at,
                         begun_at, ended_at, controls, cancel_asked, last_checkpoint)
        SELECT copy, owner_id, $3, goal, input_checkpoint,
               CASE WHEN over_then THEN status ELSE 'parked' END, 0, input_then, output_then,
               calls_then, accepted_at, begun_at, CASE WHEN over_then THEN ended_at END,
               controls_then, cancel_then, last_then
        FROM past
      )
      INSERT INTO notjarvis.checkpoint (thread, checkpoint_id, parent_checkpoint_id, run_id,
                              node, append_key, checkpoint, metadata, created_at)
      SELECT $3, c.checkpoint_id, c.parent_checkpoint_id, p.copy, c.node, c.append_key,
             c.checkpoint, jsonb_set(c.metadata, '{run}', to_jsonb(p.copy::text)), c.created_at
      FROM notjarvis.checkpoint c JOIN past p ON p.run_id = c.run_id
      WHERE c.thread = $1 AND c.checkpoint_id <= $2
      """;

  private final Scribe scribe;

  Forks(Scribe scribe) {
    this.scribe = scribe;
  }

  Future<Forked> fork(ForkThread fork) {
    if (!ThreadKey.isThreadId(fork.newThreadId())) {
      return Future.failedFuture(
          Failure.badRequest("The name of a fork has to be " + ThreadKey.THREAD_ID_RULE + "."));
    }
    return scribe.write(
        "Forking " + fork.thread() + " at " + fork.checkpointId(),
        connection -> fork(connection, fork).map(Done::of));
  }

  private static Future<Forked> fork(SqlConnection connection, ForkThread fork) {
    String ownerId = fork.thread().ownerId();
    return source(connection, fork)
        .compose(source -> make(connection, fork, source))
        .compose(
            made ->
                new Statement(Reader.THREAD, Tuple.of(ownerId, fork.newThreadId())).on(connection))
        .map(rows -> new Forked(Views.thread(rows.iterator().next())));
  }

  private static Future<Long> source(SqlConnection connection, ForkThread fork) {
    String threadId = fork.thread().threadId();
    return new Statement(SOURCE, Tuple.of(fork.thread().ownerId(), threadId))
        .on(connection)
        .map(rows -> Statement.first(rows, row -> row))
        .map(row -> row.orElseThrow(() -> Absent.thread(threadId)))
        .compose(
            row ->
                fork.checkpointId() >= 1 && fork.checkpointId() <= row.getLong("head")
                    ? Future.succeededFuture(row.getLong("id"))
                    : Future.failedFuture(Absent.checkpoint(fork.checkpointId())));
  }

  /** Whoever makes the same fork at the same time is waited for. */
  private static Future<?> make(SqlConnection connection, ForkThread fork, long source) {
    Tuple values = Tuple.of(source, fork.checkpointId(), fork.newThreadId(), fork.requestId());
    return new Statement(INSERT, values)
        .on(connection)
        .map(rows -> Statement.first(rows, row -> row.getLong("id")))
        .compose(
            made ->
                made.<Future<?>>map(id -> copy(connection, fork, source, id))
                    .orElseGet(() -> again(connection, fork)));
  }

  private static Future<?> copy(SqlConnection connection, ForkThread fork, long source, long made) {
    ThreadKey thread = new ThreadKey(fork.thread().ownerId(), fork.newThreadId());
    return new Statement(COPY, Tuple.of(source, fork.checkpointId(), made))
        .on(connection)
        .compose(copied -> LockedRun.open(connection, thread))
        .compose(open -> end(connection, open));
  }

  private static Future<?> again(SqlConnection connection, ForkThread fork) {
    Tuple values = Tuple.of(fork.thread().ownerId(), fork.newThreadId(), fork.requestId());
    return new Statement(MADE, values)
        .on(connection)
        .compose(made -> made.size() > 0 ? Future.succeededFuture() : Future.failedFuture(taken()));
  }

  private static Failure taken() {
    return new Failure(FailureCode.CONFLICT, "There is a thread of that name already.");
  }

  /** Nobody goes on with what was under way or waited at that point. */
  private static Future<?> end(SqlConnection connection, List<LockedRun> open) {
    Future<?> done = Future.succeededFuture();
    for (UUID runId : open.stream().map(LockedRun::runId).toList()) {
      Writing last =
          Writing.locked(
              runId,
              RunStatus.SUPERSEDED,
              List.of(Saying.lastWords(Outcome.SUPERSEDED, Saying.FORKED)));
      done = done.compose(before -> WriteStatement.write(connection, last));
    }
    return done;
  }
}
