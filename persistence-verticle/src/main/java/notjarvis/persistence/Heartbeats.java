package notjarvis.persistence;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.stream.StreamSupport;
import notjarvis.journal.Beat;
import notjarvis.journal.Beats;
import notjarvis.journal.Lease;
import notjarvis.persistence.Database.Statement;
import notjarvis.thread.ThreadKey;

/** Counts the beats of planners. */
final class Heartbeats {
  private final Database database;

  Heartbeats(Database database) {
    this.database = database;
  }

  Future<Beats> beat(Beat beat) {
    Statement statement = new Statement(Sql.BEAT, Tuple.of(beat.plannerId()));
    return database
        .with("The beat of planner " + beat.plannerId(), statement::on)
        .map(Heartbeats::others);
  }

  private static Beats others(RowSet<Row> rows) {
    return new Beats(
        StreamSupport.stream(rows.spliterator(), false).map(Heartbeats::owned).toList());
  }

  private static Beats.OwnedRun owned(Row row) {
    ThreadKey thread = new ThreadKey(row.getString("owner_id"), row.getString("thread_id"));
    Lease lease =
        new Lease(
            row.getUUID("run_id"),
            thread,
            row.getString("lease_owner"),
            row.getLong("lease_epoch"));
    return new Beats.OwnedRun(lease, row.getLong("beat"));
  }
}
