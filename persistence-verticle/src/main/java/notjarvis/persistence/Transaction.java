package notjarvis.persistence;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Several statements that are one. Neither a lock that others hold nor a process that stops in the
 * middle can hold them up for long.
 */
final class Transaction {
  private static final String BEGIN =
      """
      BEGIN ISOLATION LEVEL READ COMMITTED;
      SET LOCAL lock_timeout = '5s';
      SET LOCAL statement_timeout = '6s';
      SET LOCAL idle_in_transaction_session_timeout = '5s'
      """;

  private static final String BEGIN_READING =
      """
      BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
      SET LOCAL statement_timeout = '6s';
      SET LOCAL idle_in_transaction_session_timeout = '5s'
      """;

  private Transaction() {}

  /**
   * What the work does is kept as a whole, or nothing of it when it fails. Its first statement is
   * sent without waiting; each of its statements sees what was committed before that one began.
   *
   * <p>A thread is always locked before its runs, so that nobody waits for each other in a circle.
   */
  static <T> Future<T> writing(SqlConnection connection, Function<SqlConnection, Future<T>> work) {
    Future<?> begun = connection.query(BEGIN).execute();
    Future<T> done = work.apply(connection);
    return Future.join(begun, done)
        .compose(all -> connection.query("COMMIT").execute())
        .<T>map(committed -> done.result())
        .recover(failure -> undone(connection, failure));
  }

  private static <T> Future<T> undone(SqlConnection connection, Throwable failure) {
    return connection.query("ROLLBACK").execute().transform(any -> Future.failedFuture(failure));
  }

  /** What several statements find as of one moment; none of them waits for the one before. */
  static Future<List<RowSet<Row>>> reading(SqlConnection connection, Statement... statements) {
    List<Future<RowSet<Row>>> answers = new ArrayList<>();
    answers.add(connection.query(BEGIN_READING).execute());
    for (Statement statement : statements) {
      answers.add(statement.on(connection));
    }
    answers.add(connection.query("COMMIT").execute());
    return Future.join(answers)
        .map(done -> answers.subList(1, answers.size() - 1))
        .map(found -> found.stream().map(Future::result).toList());
  }
}
