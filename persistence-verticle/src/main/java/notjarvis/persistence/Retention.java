package notjarvis.persistence;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import notjarvis.failure.Failure;
import notjarvis.history.Prune;
import notjarvis.history.Pruned;

/** Deletes what is old, a little at a time, so that nobody waits long for it. */
final class Retention {
  private static final int THREADS_AT_ONCE = 20;
  private static final int BLOBS_AT_ONCE = 100;

  /**
   * Locks threads in which nothing was journaled for so long and that have no run that is not over:
   * $1 days, $2 how many. Whoever journals something takes the lock as well, so the time is looked
   * at again when the lock is there.
   */
  private static final String OLD_THREADS =
      """
      SELECT t.id FROM notjarvis.thread t
      WHERE t.updated_at < now() - make_interval(days => $1) AND NOT EXISTS (
        SELECT FROM notjarvis.run r
        WHERE r.thread = t.id AND r.status IN ('accepted', 'running', 'parked'))
      ORDER BY t.updated_at LIMIT $2
      FOR UPDATE OF t SKIP LOCKED
      """;

  /** Everything about some threads, which are locked: $1 threads. */
  private static final String DELETE_THREADS =
      """
      WITH snapshots AS (DELETE FROM notjarvis.snapshot WHERE thread = ANY ($1)),
           approvals AS (DELETE FROM notjarvis.approval WHERE thread = ANY ($1)),
           requests AS (DELETE FROM notjarvis.request WHERE thread = ANY ($1)),
           checkpoints AS (DELETE FROM notjarvis.checkpoint WHERE thread = ANY ($1)),
           runs AS (DELETE FROM notjarvis.run WHERE thread = ANY ($1))
      DELETE FROM notjarvis.thread WHERE id = ANY ($1)
      """;

  /**
   * Those that no checkpoint of their owner names; a fork has checkpoints of its own. What is
   * handed in again meanwhile is not old any more. $1 days, $2 how many.
   */
  private static final String DELETE_BLOBS =
      """
      DELETE FROM notjarvis.blob WHERE (owner_id, sha256) IN (
        SELECT b.owner_id, b.sha256 FROM notjarvis.blob b
        WHERE b.kept_at < now() - make_interval(days => $1) AND NOT EXISTS (
          SELECT FROM notjarvis.checkpoint c JOIN notjarvis.thread t ON t.id = c.thread
          WHERE c.checkpoint #>> '{observation,blob,sha256}' = b.sha256
            AND t.owner_id = b.owner_id)
        ORDER BY b.kept_at LIMIT $2 FOR UPDATE OF b SKIP LOCKED)
      """;

  private final Database database;

  Retention(Database database) {
    this.database = database;
  }

  Future<Pruned> prune(Prune prune) {
    if (prune.days() < 1) {
      return Future.failedFuture(Failure.badRequest("\"days\" has to be at least 1."));
    }
    return threads(prune.days(), 0)
        .compose(threads -> blobs(prune.days(), 0).map(blobs -> new Pruned(threads, blobs)));
  }

  private Future<Integer> threads(int days, int before) {
    return database
        .with(
            "Deleting old threads",
            connection -> Transaction.writing(connection, begun -> deleteThreads(begun, days)))
        .compose(
            deleted ->
                deleted < THREADS_AT_ONCE
                    ? Future.succeededFuture(before + deleted)
                    : threads(days, before + deleted));
  }

  private static Future<Integer> deleteThreads(SqlConnection connection, int days) {
    return new Statement(OLD_THREADS, Tuple.of(days, THREADS_AT_ONCE))
        .on(connection)
        .map(rows -> Statement.list(rows, row -> row.getLong("id")))
        .map(old -> new Statement(DELETE_THREADS, Tuple.of(old.toArray(Long[]::new))))
        .compose(delete -> delete.on(connection))
        .map(rows -> rows.rowCount());
  }

  private Future<Integer> blobs(int days, int before) {
    Statement delete = new Statement(DELETE_BLOBS, Tuple.of(days, BLOBS_AT_ONCE));
    return database
        .with("Deleting old blobs", delete::on)
        .compose(
            deleted ->
                deleted.rowCount() < BLOBS_AT_ONCE
                    ? Future.succeededFuture(before + deleted.rowCount())
                    : blobs(days, before + deleted.rowCount()));
  }
}
