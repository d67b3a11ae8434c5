package notjarvis.launcher.database;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A table of words, as a client of the address that the database gives out. */
record Rows(String url) {

  void write(String word) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE IF NOT EXISTS words (word TEXT)");
      try (PreparedStatement insert = connection.prepareStatement("INSERT INTO words VALUES (?)")) {
        insert.setString(1, word);
        insert.execute();
      }
    }
  }

  List<String> all() throws SQLException {
    return query("SELECT word FROM words");
  }

  String show(String setting) throws SQLException {
    return query("SHOW " + setting).get(0);
  }

  int port() {
    return URI.create(url).getPort();
  }

  Connection connect() throws SQLException {
    URI address = URI.create(url);
    String[] roleAndPassword = address.getUserInfo().split(":", 2);
    return connect(address, roleAndPassword[0], roleAndPassword[1]);
  }

  Connection connectAs(String role, String password) throws SQLException {
    return connect(URI.create(url), role, password);
  }

  Connection connectToAs(String database, String role, String password) throws SQLException {
    return connect(URI.create(url).resolve("/" + database), role, password);
  }

  private List<String> query(String sql) throws SQLException {
    List<String> words = new ArrayList<>();
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        words.add(rows.getString(1));
      }
    }
    return words;
  }

  private static Connection connect(URI address, String role, String password) throws SQLException {
    String jdbc =
        "jdbc:postgresql://%s:%d%s"
            .formatted(address.getHost(), address.getPort(), address.getPath());
    return DriverManager.getConnection(jdbc, role, password);
  }
}
