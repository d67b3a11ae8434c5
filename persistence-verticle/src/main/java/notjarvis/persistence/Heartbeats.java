package notjarvis.persistence;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import notjarvis.journal.Beat;
import notjarvis.journal.Beats;
import notjarvis.journal.Beats.Held;
import notjarvis.journal.Beats.OwnedRun;
import notjarvis.journal.Lease;

/** Counts the beats of planners, and has expired approvals closed at each of them. */
final class Heartbeats {

  /** Beats once and tells how the owners of all running runs beat: $1 planner. */
  private static final String BEAT =
      """
      WITH beaten AS (
        INSERT INTO notjarvis.planner_heartbeat AS h (planner_id, beat) VALUES ($1, 1)
        ON CONFLICT (planner_id) DO UPDATE SET beat = h.beat + 1
      )
      SELECT r.run_id, t.owner_id, t.thread_id, r.lease_owner, r.lease_epoch,
             r.controls, coalesce(h.beat, 0) AS beat
      FROM notjarvis.run r
      JOIN notjarvis.thread t ON t.id = r.thread
      LEFT JOIN notjarvis.planner_heartbeat h ON h.planner_id = r.lease_owner
      WHERE r.status = 'running'
      ORDER BY r.accepted_at
      """;

  /**
   * The runs whose turn it is in a thread where nothing runs, the oldest of each thread; those that
   * wait longest, since nobody takes on more at once.
   */
  private static final String ADRIFT =
      """
      SELECT run_id FROM (
        SELECT DISTINCT ON (r.thread) r.run_id, r.accepted_at
        FROM notjarvis.run r
        WHERE r.status = 'accepted' AND NOT EXISTS (
          SELECT FROM notjarvis.run other
          WHERE other.thread = r.thread AND other.status = 'running')
        ORDER BY r.thread, r.input_checkpoint
      ) next
      ORDER BY accepted_at LIMIT 1000
      """;

  private final Database database;
  private final ApprovalDesk approvals;

  Heartbeats(Database database, ApprovalDesk approvals) {
    this.database = database;
    this.approvals = approvals;
  }

  Future<Beats> beat(Beat beat) {
    return database.onTime(
        "The beat of planner " + beat.plannerId(), connection -> beat(connection, beat));
  }

  private Future<Beats> beat(SqlConnection connection, Beat beat) {
    Future<List<Row>> running =
        new Statement(BEAT, Tuple.of(beat.plannerId()))
            .on(connection)
            .map(rows -> Statement.list(rows, row -> row));
    Future<List<UUID>> adrift =
        new Statement(ADRIFT, Tuple.tuple())
            .on(connection)
            .map(rows -> Statement.list(rows, row -> row.getUUID("run_id")));
    ApprovalTable.due(connection).onSuccess(due -> due.forEach(approvals::expire));
    return Future.all(running, adrift)
        .map(both -> beats(beat.plannerId(), running.result(), adrift.result()));
  }

  private static Beats beats(String plannerId, List<Row> running, List<UUID> adrift) {
    Predicate<Row> own = row -> row.getString("lease_owner").equals(plannerId);
    return new Beats(
        running.stream().filter(own.negate()).map(Heartbeats::owned).toList(),
        adrift,
        running.stream().filter(own).map(Heartbeats::held).toList());
  }

  private static OwnedRun owned(Row row) {
    return new OwnedRun(lease(row), row.getLong("beat"));
  }

  private static Held held(Row row) {
    return new Held(lease(row), row.getInteger("controls"));
  }

  private static Lease lease(Row row) {
    return new Lease(
        row.getUUID("run_id"),
        Columns.thread(row),
        row.getString("lease_owner"),
        row.getLong("lease_epoch"));
  }
}
