package notjarvis.persistence;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import notjarvis.journal.Lease;
import notjarvis.run.RunStatus;
import notjarvis.thread.ThreadKey;
import org.jspecify.annotations.Nullable;

/**
 * A run as it stands while the lock of its thread is held.
 *
 * @param begun whether a planner ever owned it
 * @param first whether no other run of the thread is before it
 * @param cancelAsked whether it is to stop
 * @param controls how many controls it has
 * @param lastCheckpoint its newest checkpoint
 * @param approvalId what it waits for; null when nothing is open
 */
record LockedRun(
    UUID runId,
    ThreadKey thread,
    RunStatus status,
    boolean begun,
    boolean first,
    boolean cancelAsked,
    int controls,
    long lastCheckpoint,
    @Nullable String leaseOwner,
    long leaseEpoch,
    @Nullable UUID approvalId) {

  /** So many things may be said to a run that is under way. */
  private static final int MOST_WORDS = 100;

  /** Locks the thread of a run: $1 run. */
  private static final String LOCK =
      """
      SELECT FROM notjarvis.thread
      WHERE id = (SELECT thread FROM notjarvis.run WHERE run_id = $1)
      FOR NO KEY UPDATE
      """;

  private static final String RUN =
      """
      SELECT r.run_id, t.owner_id, t.thread_id, r.status, r.begun_at IS NOT NULL AS begun,
             NOT EXISTS (
               SELECT FROM notjarvis.run other
               WHERE other.thread = r.thread AND other.run_id <> r.run_id
                 AND (other.status IN ('running', 'parked') OR other.status = 'accepted'
                      AND other.input_checkpoint < r.input_checkpoint)) AS first,
             r.cancel_asked, r.controls, r.last_checkpoint, r.lease_owner, r.lease_epoch,
             (SELECT a.approval_id FROM notjarvis.approval a
              WHERE a.run_id = r.run_id AND a.verdict IS NULL) AS approval_id
      FROM notjarvis.run r JOIN notjarvis.thread t ON t.id = r.thread
      """;

  /** $1 run. */
  private static final String ONE = RUN + "WHERE r.run_id = $1";

  /** Those of a thread that are not over, in their order: $1 owner, $2 thread id. */
  private static final String OPEN =
      RUN
          + """
          WHERE t.owner_id = $1 AND t.thread_id = $2
            AND r.status IN ('running', 'accepted', 'parked')
          ORDER BY r.input_checkpoint
          """;

  /** Locks the thread of a run and reads the run, if there is one. */
  static Future<Optional<LockedRun>> lock(SqlConnection connection, UUID runId) {
    Future<?> locked = new Statement(LOCK, Tuple.of(runId)).on(connection);
    Future<Optional<LockedRun>> read =
        new Statement(ONE, Tuple.of(runId))
            .on(connection)
            .map(rows -> Statement.first(rows, LockedRun::of));
    return Future.join(locked, read).compose(both -> read);
  }

  /** The runs of a thread that are not over; whoever asks has locked it. */
  static Future<List<LockedRun>> open(SqlConnection connection, ThreadKey thread) {
    return new Statement(OPEN, Tuple.of(thread.ownerId(), thread.threadId()))
        .on(connection)
        .map(rows -> Statement.list(rows, LockedRun::of));
  }

  private static LockedRun of(Row row) {
    return new LockedRun(
        row.getUUID("run_id"),
        Columns.thread(row),
        Columns.status(row),
        row.getBoolean("begun"),
        row.getBoolean("first"),
        row.getBoolean("cancel_asked"),
        row.getInteger("controls"),
        row.getLong("last_checkpoint"),
        row.getString("lease_owner"),
        row.getLong("lease_epoch"),
        row.getUUID("approval_id"));
  }

  boolean isRunning() {
    return status == RunStatus.RUNNING;
  }

  boolean isParked() {
    return status == RunStatus.PARKED;
  }

  /** Whether it only waits for others of its thread. */
  boolean isQueued() {
    return status == RunStatus.ACCEPTED && !begun;
  }

  /** Whether it was told as much as anybody has to listen to. It can be stopped all the same. */
  boolean isToldEnough() {
    return controls >= MOST_WORDS;
  }

  boolean isOf(String ownerId) {
    return thread.ownerId().equals(ownerId);
  }

  /** Whether this lease of it is the newest. */
  boolean isHeldWith(Lease lease) {
    return lease.plannerId().equals(leaseOwner) && lease.epoch() == leaseEpoch;
  }
}
