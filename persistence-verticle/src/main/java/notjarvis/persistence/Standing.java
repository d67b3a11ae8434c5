package notjarvis.persistence;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import notjarvis.journal.AcceptGoal;
import notjarvis.journal.Checkpoint;
import notjarvis.journal.Claim;
import notjarvis.journal.GoalAccepted;
import notjarvis.journal.Lease;
import notjarvis.persistence.Database.Statement;
import notjarvis.run.RunStatus;
import notjarvis.thread.ThreadKey;
import org.jspecify.annotations.Nullable;

/**
 * How a run stands.
 *
 * @param inputCheckpoint the number of its {@code input} checkpoint
 * @param status as the table has it
 * @param claim what its owner works with; null when the one who asks is not its owner
 */
record Standing(
    UUID runId,
    ThreadKey thread,
    String goal,
    long inputCheckpoint,
    String status,
    @Nullable Claim claim) {

  /**
   * How a run stands, with its history if the planner holds it: the last 200 checkpoints. What
   * waits behind it is not history yet; its own goal always is. $1 run, $2 planner, $3 the epoch
   * before the planner's, if known.
   */
  private static final String STANDING =
      """
      WITH standing AS (
        SELECT t.owner_id, t.thread_id, r.thread, r.goal, r.input_checkpoint, r.lease_epoch,
               r.status, r.status = 'running' AND r.lease_owner = $2
                 AND ($3::bigint IS NULL OR r.lease_epoch = $3 + 1) AS held
        FROM notjarvis.run r
        JOIN notjarvis.thread t ON t.id = r.thread
        WHERE r.run_id = $1
      )
      SELECT s.owner_id, s.thread_id, s.goal, s.input_checkpoint, s.lease_epoch,
             s.status, c.checkpoint_id, c.parent_checkpoint_id, c.run_id,
             c.checkpoint::text AS checkpoint, c.metadata::text AS metadata
      FROM standing s
      LEFT JOIN LATERAL (
        (SELECT past.checkpoint_id FROM notjarvis.checkpoint past
         WHERE s.held AND past.thread = s.thread AND NOT EXISTS (
           SELECT FROM notjarvis.run other
           WHERE other.run_id = past.run_id AND other.status = 'accepted')
         ORDER BY past.checkpoint_id DESC LIMIT 200)
        UNION
        SELECT s.input_checkpoint WHERE s.held
      ) history ON true
      LEFT JOIN notjarvis.checkpoint c
        ON c.thread = s.thread AND c.checkpoint_id = history.checkpoint_id
      ORDER BY c.checkpoint_id
      """;

  /**
   * Reads it.
   *
   * @param takenFromEpoch the epoch before the one that is asked about; null for whichever it is
   * @return null when there is no such run
   */
  static Future<@Nullable Standing> read(
      SqlConnection connection, UUID runId, String plannerId, @Nullable Long takenFromEpoch) {
    Tuple values = Tuple.of(runId, plannerId, takenFromEpoch);
    return new Statement(STANDING, values).on(connection).map(rows -> of(runId, plannerId, rows));
  }

  private static @Nullable Standing of(UUID runId, String plannerId, RowSet<Row> rows) {
    if (rows.size() == 0) {
      return null;
    }
    Row row = rows.iterator().next();
    ThreadKey thread = new ThreadKey(row.getString("owner_id"), row.getString("thread_id"));
    Lease lease = new Lease(runId, thread, plannerId, row.getLong("lease_epoch"));
    List<Checkpoint> history = history(rows);
    String goal = row.getString("goal");
    @Nullable Claim claim = history.isEmpty() ? null : new Claim(lease, goal, history);
    return new Standing(
        runId, thread, goal, row.getLong("input_checkpoint"), row.getString("status"), claim);
  }

  /** Whether this is the run of that goal. */
  boolean isOf(AcceptGoal asked) {
    return thread.equals(asked.thread()) && goal.equals(JournalJson.clean(asked.start().goal()));
  }

  /** The answer to whoever had a goal accepted. */
  GoalAccepted accepted() {
    if (claim != null) {
      return new GoalAccepted.Claimed(runId, inputCheckpoint, claim);
    }
    return status.equals(RunStatus.ACCEPTED.wireName())
        ? new GoalAccepted.Waiting(runId, inputCheckpoint)
        : new GoalAccepted.Known(runId, inputCheckpoint);
  }

  private static List<Checkpoint> history(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .filter(row -> row.getLong("checkpoint_id") != null)
        .map(Standing::checkpoint)
        .toList();
  }

  private static Checkpoint checkpoint(Row row) {
    return new Checkpoint(
        row.getLong("checkpoint_id"),
        row.getLong("parent_checkpoint_id"),
        row.getUUID("run_id"),
        JournalJson.entry(row.getString("checkpoint")),
        JournalJson.metadata(row.getString("metadata")));
  }
}
