package notjarvis.persistence;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import notjarvis.journal.Beat;
import notjarvis.journal.Beats;
import notjarvis.journal.Beats.OwnedRun;
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
    return database.with(
        "The beat of planner " + beat.plannerId(), connection -> beat(connection, beat));
  }

  private static Future<Beats> beat(SqlConnection connection, Beat beat) {
    Future<List<OwnedRun>> running =
        new Statement(Sql.BEAT, Tuple.of(beat.plannerId()))
            .on(connection)
            .map(rows -> list(rows, Heartbeats::owned));
    Future<List<UUID>> adrift =
        new Statement(Sql.ADRIFT, Tuple.tuple())
            .on(connection)
            .map(rows -> list(rows, row -> row.getUUID("run_id")));
    return Future.all(running, adrift)
        .map(both -> beats(beat.plannerId(), running.result(), adrift.result()));
  }

  private static Beats beats(String plannerId, List<OwnedRun> running, List<UUID> adrift) {
    Predicate<OwnedRun> own = run -> run.lease().plannerId().equals(plannerId);
    return new Beats(
        running.stream().filter(own.negate()).toList(),
        adrift,
        running.stream().filter(own).map(OwnedRun::lease).toList());
  }

  private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> value) {
    return StreamSupport.stream(rows.spliterator(), false).map(value).toList();
  }

  private static OwnedRun owned(Row row) {
    ThreadKey thread = new ThreadKey(row.getString("owner_id"), row.getString("thread_id"));
    Lease lease =
        new Lease(
            row.getUUID("run_id"),
            thread,
            row.getString("lease_owner"),
            row.getLong("lease_epoch"));
    return new OwnedRun(lease, row.getLong("beat"));
  }
}
