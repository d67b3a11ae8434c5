package notjarvis.persistence;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import notjarvis.failure.Failure;
import notjarvis.failure.FailureCode;
import notjarvis.journal.Append;
import notjarvis.journal.Appended;
import notjarvis.journal.Lease;
import notjarvis.journal.NewCheckpoint;
import notjarvis.persistence.Database.Statement;
import org.jspecify.annotations.Nullable;

/** Appends checkpoints, for whoever holds the newest lease of their run. */
final class Appender {
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
        .compose(ids -> nextRun(connection, append).map(next -> new Appended(ids, next)));
  }

  private static Future<List<Long>> write(SqlConnection connection, Append append) {
    return Database.transaction(connection, new Statement(Sql.APPEND, values(append)))
        .compose(Appender::ids);
  }

  /** The same append was under way when this one began: what it wrote can be seen by now. */
  private static Future<List<Long>> again(
      SqlConnection connection, Append append, Throwable failure) {
    boolean twin =
        failure instanceof PgException error && UNIQUE_VIOLATION.equals(error.getSqlState());
    return twin ? write(connection, append) : Future.failedFuture(failure);
  }

  private static Tuple values(Append append) {
    Lease lease = append.lease();
    return Tuple.tuple()
        .addUUID(lease.runId())
        .addString(lease.plannerId())
        .addLong(lease.epoch())
        .addArrayOfString(column(append, NewCheckpoint::appendKey))
        .addArrayOfString(column(append, each -> each.entry().node().wireName()))
        .addArrayOfString(column(append, each -> JournalJson.write(each.entry())))
        .addArrayOfString(column(append, each -> metadata(lease, each)))
        .addString(status(append));
  }

  private static String[] column(Append append, Function<NewCheckpoint, String> value) {
    return append.checkpoints().stream().map(value).toArray(String[]::new);
  }

  private static String metadata(Lease lease, NewCheckpoint checkpoint) {
    return JournalJson.write(checkpoint.metadata(), checkpoint.entry().node(), lease.runId());
  }

  private static @Nullable String status(Append append) {
    return append.ending() == null ? null : append.ending().name().toLowerCase(Locale.ROOT);
  }

  private static Future<List<Long>> ids(RowSet<Row> rows) {
    List<Long> ids =
        StreamSupport.stream(rows.spliterator(), false)
            .map(row -> row.getLong("checkpoint_id"))
            .filter(Objects::nonNull)
            .toList();
    return ids.size() == rows.size() ? Future.succeededFuture(ids) : Future.failedFuture(fenced());
  }

  private static Failure fenced() {
    return new Failure(FailureCode.FENCED, "The run is over, or another planner owns it.");
  }

  private static Future<@Nullable UUID> nextRun(SqlConnection connection, Append append) {
    if (append.ending() == null) {
      return Future.succeededFuture();
    }
    return new Statement(Sql.NEXT_RUN, Tuple.of(append.lease().runId()))
        .on(connection)
        .map(Appender::firstRun);
  }

  private static @Nullable UUID firstRun(RowSet<Row> rows) {
    return rows.size() == 0 ? null : rows.iterator().next().getUUID("run_id");
  }
}
