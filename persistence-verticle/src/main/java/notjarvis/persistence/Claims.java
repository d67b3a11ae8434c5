package notjarvis.persistence;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import notjarvis.journal.ClaimRun;
import notjarvis.journal.RunClaimed;
import notjarvis.persistence.Database.Statement;
import org.jspecify.annotations.Nullable;

/** Hands out runs: those whose turn it is, and those whose owner is gone. */
final class Claims {

  /** Locks the thread of a run: $1 run. */
  private static final String LOCK_THREAD_OF_RUN =
      """
      SELECT FROM notjarvis.thread
      WHERE id = (SELECT thread FROM notjarvis.run WHERE run_id = $1)
      FOR NO KEY UPDATE
      """;

  /**
   * Claims a run in a locked thread: one whose turn it is, or one of an owner who is gone. $1 run,
   * $2 planner, $3 the epoch of the owner who is gone.
   */
  private static final String CLAIM_RUN =
      """
      UPDATE notjarvis.run r
      SET status = 'running', lease_owner = $2, lease_epoch = r.lease_epoch + 1,
          begun_at = coalesce(r.begun_at, now())
      WHERE r.run_id = $1 AND CASE
        WHEN $3::bigint IS NOT NULL THEN r.status = 'running' AND r.lease_epoch = $3
        ELSE r.status = 'accepted' AND NOT EXISTS (
          SELECT FROM notjarvis.run other
          WHERE other.thread = r.thread
            AND (other.status = 'running'
                 OR other.status = 'accepted' AND other.input_checkpoint < r.input_checkpoint))
        END
      """;

  private final Database database;

  Claims(Database database) {
    this.database = database;
  }

  /** A claim whose answer was lost is answered again, for as long as it holds. */
  Future<RunClaimed> claim(ClaimRun wanted) {
    String subject = "Claiming run " + wanted.runId();
    return database.with(subject, connection -> claim(connection, wanted));
  }

  private static Future<RunClaimed> claim(SqlConnection connection, ClaimRun wanted) {
    Statement lock = new Statement(LOCK_THREAD_OF_RUN, Tuple.of(wanted.runId()));
    Tuple values = Tuple.of(wanted.runId(), wanted.plannerId(), wanted.takenFromEpoch());
    Statement claim = new Statement(CLAIM_RUN, values);
    return Database.transaction(connection, lock, claim)
        .compose(done -> standing(connection, wanted))
        .map(standing -> new RunClaimed(standing == null ? null : standing.claim()));
  }

  private static Future<@Nullable Standing> standing(SqlConnection connection, ClaimRun wanted) {
    return Standing.read(connection, wanted.runId(), wanted.plannerId(), wanted.takenFromEpoch());
  }
}
