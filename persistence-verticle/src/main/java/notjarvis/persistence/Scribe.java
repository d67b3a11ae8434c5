package notjarvis.persistence;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.SqlConnection;
import java.util.function.Consumer;
import java.util.function.Function;
import notjarvis.journal.Committed;

/** Writes the journal in transactions, and tells what was written once it is durable. */
final class Scribe {
  private static final String UNIQUE_VIOLATION = "23505";

  private final Database database;
  private final Consumer<Committed> tell;

  Scribe(Database database, Consumer<Committed> tell) {
    this.database = database;
    this.tell = tell;
  }

  /**
   * Does the work in one transaction. It may be done twice: when somebody else was writing the same
   * thing, what they wrote can be seen the second time.
   *
   * @param subject run and thread, for the log
   */
  <T> Future<T> write(String subject, Function<SqlConnection, Future<Done<T>>> work) {
    return database.with(subject, connection -> twice(connection, work)).compose(this::told);
  }

  private static <T> Future<Done<T>> twice(
      SqlConnection connection, Function<SqlConnection, Future<Done<T>>> work) {
    return Transaction.writing(connection, work)
        .recover(
            failure ->
                isTwin(failure)
                    ? Transaction.writing(connection, work)
                    : Future.failedFuture(failure));
  }

  /** Whether somebody else wrote the same thing at the same time. */
  static boolean isTwin(Throwable failure) {
    return failure instanceof PgException error && UNIQUE_VIOLATION.equals(error.getSqlState());
  }

  private <T> Future<T> told(Done<T> done) {
    done.written().forEach(this::tell);
    return done.answer();
  }

  /** Tells of what is durable. */
  void tell(Written written) {
    tell.accept(written.committed());
  }
}
