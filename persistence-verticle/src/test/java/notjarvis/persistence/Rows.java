package notjarvis.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import notjarvis.testing.TestDatabase;

/** Looks at the tables from outside. */
final class Rows {
  private Rows() {}

  /** The first column of each row as text. */
  static List<String> in(TestDatabase database, String sql) {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(String.valueOf(rows.getString(1)));
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** A connection beside ours for which our tables come before those of others. */
  static Connection connect(TestDatabase database) throws SQLException {
    Connection connection = database.connect();
    connection.setSchema("notjarvis");
    return connection;
  }

  static void change(TestDatabase database, String sql) {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
