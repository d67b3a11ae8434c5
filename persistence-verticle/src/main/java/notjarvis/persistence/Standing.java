package notjarvis.persistence;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import notjarvis.journal.Checkpoint;
import notjarvis.journal.Claim;
import notjarvis.journal.GoalAccepted;
import notjarvis.journal.Lease;
import notjarvis.journal.ThreadState;
import notjarvis.json.Json;
import notjarvis.run.RunStatus;
import org.jspecify.annotations.Nullable;

/**
 * How a run stands.
 *
 * @param inputCheckpoint the number of its {@code input} checkpoint
 * @param claim what its owner works with; null when the one who asks is not its owner
 */
record Standing(UUID runId, long inputCheckpoint, RunStatus status, @Nullable Claim claim) {
  /**
   * How a run stands, with the snapshot of its thread if the planner holds it: $1 run, $2 planner,
   * $3 the epoch before the planner's, if known, $4 the version of states.
   */
  private static final String STANDING =
      """
      SELECT s.*, n.checkpoint_id AS snapshot, n.state::text AS state
      FROM (
        SELECT t.owner_id, t.thread_id, r.thread, r.goal, r.input_checkpoint, r.lease_epoch,
               r.status, r.status = 'running' AND r.lease_owner = $2
                 AND ($3::bigint IS NULL OR r.lease_epoch = $3 + 1) AS held
        FROM notjarvis.run r
        JOIN notjarvis.thread t ON t.id = r.thread
        WHERE r.run_id = $1
      ) s
      LEFT JOIN notjarvis.snapshot n
        ON s.held AND n.thread = s.thread AND (n.state ->> 'version')::int = $4
      """;

  /** $1 thread, $2 the last checkpoint of the snapshot. */
  private static final String TAIL =
      "SELECT "
          + Columns.OF_CHECKPOINT
          + """

          FROM notjarvis.checkpoint c
          WHERE c.thread = $1 AND c.checkpoint_id > $2
          ORDER BY c.checkpoint_id
          """;

  /**
   * Reads it.
   *
   * @param takenFromEpoch the epoch before the one that is asked about; null for whichever it is
   * @return nothing when there is no such run
   */
  static Future<Optional<Standing>> read(
      SqlConnection connection, UUID runId, String plannerId, @Nullable Long takenFromEpoch) {
    Tuple values = Tuple.of(runId, plannerId, takenFromEpoch, ThreadState.VERSION);
    return new Statement(STANDING, values)
        .on(connection)
        .map(rows -> Statement.first(rows, row -> row))
        .compose(
            row ->
                row.map(found -> read(connection, runId, plannerId, found).map(Optional::of))
                    .orElseGet(() -> Future.succeededFuture(Optional.empty())));
  }

  private static Future<Standing> read(
      SqlConnection connection, UUID runId, String plannerId, Row row) {
    long input = row.getLong("input_checkpoint");
    if (!row.getBoolean("held")) {
      return Future.succeededFuture(new Standing(runId, input, Columns.status(row), null));
    }
    Lease lease = new Lease(runId, Columns.thread(row), plannerId, row.getLong("lease_epoch"));
    return tail(connection, row)
        .map(tail -> new Claim(lease, row.getString("goal"), before(row), tail))
        .map(claim -> new Standing(runId, input, RunStatus.RUNNING, claim));
  }

  private static Future<List<Checkpoint>> tail(SqlConnection connection, Row row) {
    @Nullable Long snapshot = row.getLong("snapshot");
    Tuple values = Tuple.of(row.getLong("thread"), snapshot == null ? 0 : snapshot);
    return new Statement(TAIL, values)
        .on(connection)
        .map(rows -> Statement.list(rows, Columns::checkpoint));
  }

  private static ThreadState before(Row row) {
    @Nullable String state = row.getString("state");
    return state == null ? ThreadState.EMPTY : Json.read(state, ThreadState.class);
  }

  /** The answer to whoever had a goal accepted. */
  GoalAccepted accepted() {
    if (claim != null) {
      return new GoalAccepted.Claimed(runId, inputCheckpoint, claim);
    }
    return status == RunStatus.ACCEPTED
        ? new GoalAccepted.Waiting(runId, inputCheckpoint)
        : new GoalAccepted.Known(runId, inputCheckpoint);
  }
}
