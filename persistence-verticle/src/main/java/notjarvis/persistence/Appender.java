package notjarvis.persistence;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import notjarvis.failure.Failure;
import notjarvis.journal.Append;
import notjarvis.journal.Appended;
import notjarvis.journal.Lease;
import notjarvis.persistence.Database.Statement;
import notjarvis.run.RunStatus;
import org.jspecify.annotations.Nullable;

/** Appends checkpoints, for whoever holds the newest lease of their run. */
final class Appender {
  /** The run that waits longest in the thread of a run, if the thread is free: $1 run. */
  private static final String NEXT_RUN =
      """
      SELECT next.run_id
      FROM notjarvis.run ended
      JOIN notjarvis.run next ON next.thread = ended.thread AND next.status = 'accepted'
      WHERE ended.run_id = $1 AND NOT EXISTS (
        SELECT FROM notjarvis.run other
        WHERE other.thread = ended.thread AND other.status = 'running')
      ORDER BY next.input_checkpoint LIMIT 1
      """;

  private static final String UNIQUE_VIOLATION = "23505";

  private final Database database;

  Appender(Database database) {
    this.database = database;
  }

  Future<Appended> append(Append append) {
    if (append.checkpoints().isEmpty()) {
      return Future.failedFuture(Failure.badRequest("There is nothing to append."));
    }
    Lease lease = append.lease();
    String subject = "Appending to run " + lease.runId() + " of " + lease.thread();
    return database.with(subject, connection -> append(connection, append));
  }

  private static Future<Appended> append(SqlConnection connection, Append append) {
    return write(connection, append)
        .recover(failure -> again(connection, append, failure))
        .compose(ids -> nextRun(connection, append).map(next -> Appended.written(ids, next)));
  }

  private static Future<List<Long>> write(SqlConnection connection, Append append) {
    return Database.transaction(connection, AppendStatement.of(append))
        .compose(AppendStatement::ids);
  }

  /** The same append was under way when this one began: what it wrote can be seen by now. */
  private static Future<List<Long>> again(
      SqlConnection connection, Append append, Throwable failure) {
    boolean twin =
        failure instanceof PgException error && UNIQUE_VIOLATION.equals(error.getSqlState());
    return twin ? write(connection, append) : Future.failedFuture(failure);
  }

  private static Future<@Nullable UUID> nextRun(SqlConnection connection, Append append) {
    if (append.becomes() == RunStatus.RUNNING) {
      return Future.succeededFuture();
    }
    return new Statement(NEXT_RUN, Tuple.of(append.lease().runId()))
        .on(connection)
        .map(Appender::firstRun);
  }

  private static @Nullable UUID firstRun(RowSet<Row> rows) {
    return rows.size() == 0 ? null : rows.iterator().next().getUUID("run_id");
  }
}
