package notjarvis.persistence;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import notjarvis.failure.Failure;
import notjarvis.history.Prune;
import notjarvis.history.Pruned;
import org.jspecify.annotations.Nullable;

/** Deletes what is old, a little at a time, so that nobody waits long for it. */
final class Retention {
  private static final int THREADS_AT_ONCE = 20;
  private static final int BLOBS_AT_ONCE = 100;

  /**
   * Locks threads in which nothing was journaled for so long and that have no run that is not over:
   * $1 days, $2 how many. Whoever journals something takes the lock as well, so the time is looked
   * at again when the lock is there.
   */
  static final String OLD_THREADS =
      """
      SELECT t.id FROM notjarvis.thread t
      WHERE t.updated_at < now() - make_interval(days => $1) AND NOT EXISTS (
        SELECT FROM notjarvis.run r
        WHERE r.thread = t.id AND r.status IN ('accepted', 'running', 'parked'))
      ORDER BY t.updated_at LIMIT $2
      FOR UPDATE OF t SKIP LOCKED
      """;

  /**
   * One at a time: a thread that goes changes its forks, so that two of these could wait for each
   * other.
   */
  private static final String ALONE = "SELECT pg_advisory_xact_lock(7203586251018)";

  /** Everything about some threads, which are locked: $1 threads. */
  static final String DELETE_THREADS =
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
  private final Map<Prune, Future<Pruned>> underWay = new HashMap<>();

  Retention(Database database) {
    this.database = database;
  }

  /**
   * What is deleted so far, and whether there may be more.
   *
   * @param all in all
   * @param last at last
   */
  private record Deleted(int all, int last) {
    static final Deleted NONE_YET = new Deleted(0, Integer.MAX_VALUE);

    Deleted plus(int more) {
      return new Deleted(all + more, more);
    }
  }

  /** Whoever asks again while it is under way hears what that one comes to. */
  Future<Pruned> prune(Prune prune) {
    if (prune.days() < 1) {
      return Future.failedFuture(Failure.badRequest("\"days\" has to be at least 1."));
    }
    @Nullable Future<Pruned> before = underWay.get(prune);
    if (before != null) {
      return before;
    }
    Future<Pruned> begun = delete(prune.days());
    underWay.put(prune, begun);
    return begun.onComplete(over -> underWay.remove(prune));
  }

  private Future<Pruned> delete(int days) {
    return all(THREADS_AT_ONCE, () -> threads(days))
        .compose(
            threads ->
                all(BLOBS_AT_ONCE, () -> blobs(days)).map(blobs -> new Pruned(threads, blobs)));
  }

  /** So many at once, until there are fewer. */
  private static Future<Integer> all(int atOnce, Supplier<Future<Integer>> some) {
    return Loop.from(
            Deleted.NONE_YET,
            deleted -> deleted.last() < atOnce,
            deleted -> some.get().map(deleted::plus))
        .map(Deleted::all);
  }

  private Future<Integer> threads(int days) {
    return database.with(
        "Deleting old threads",
        connection -> Transaction.writing(connection, begun -> deleteThreads(begun, days)));
  }

  private static Future<Integer> deleteThreads(SqlConnection connection, int days) {
    return new Statement(ALONE, Tuple.tuple())
        .on(connection)
        .compose(
            alone -> new Statement(OLD_THREADS, Tuple.of(days, THREADS_AT_ONCE)).on(connection))
        .map(rows -> Statement.list(rows, row -> row.getLong("id")))
        .map(old -> new Statement(DELETE_THREADS, Tuple.of(old.toArray(Long[]::new))))
        .compose(delete -> delete.on(connection))
        .map(rows -> rows.rowCount());
  }

  private Future<Integer> blobs(int days) {
    Statement delete = new Statement(DELETE_BLOBS, Tuple.of(days, BLOBS_AT_ONCE));
    return database.with("Deleting old blobs", delete::on).map(rows -> rows.rowCount());
  }
}
