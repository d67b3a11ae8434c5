package notjarvis.persistence;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** One statement and its values. */
record Statement(String sql, Tuple values) {
  Future<RowSet<Row>> on(SqlConnection connection) {
    return connection.preparedQuery(sql).execute(values);
  }

  static <T> List<T> list(RowSet<Row> rows, Function<Row, T> value) {
    return StreamSupport.stream(rows.spliterator(), false).map(value).toList();
  }

  static <T> Optional<T> first(RowSet<Row> rows, Function<Row, T> value) {
    return StreamSupport.stream(rows.spliterator(), false).findFirst().map(value);
  }
}
