package notjarvis.launcher.chaos;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Watches runs change their owner, and how long that took. */
final class Takeovers implements Runnable {
  private static final long LOOK_AGAIN_MS = 50;
  private static final String RUNNING =
      "SELECT run_id, lease_epoch FROM notjarvis.run WHERE status = 'running'";

  private final String database;
  private final Outages outages;
  private final BooleanSupplier open;
  private final Map<String, Long> epochs = new HashMap<>();
  private final List<Long> millis = new ArrayList<>();

  Takeovers(String database, Outages outages, BooleanSupplier open) {
    this.database = database;
    this.outages = outages;
    this.open = open;
  }

  /** How long each took, in ascending order; to be read at the end. */
  List<Long> millis() {
    return millis.stream().sorted().toList();
  }

  @Override
  public void run() {
    try {
      while (open.getAsBoolean()) {
        watch();
        TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void watch() throws InterruptedException {
    try (Connection connection = DriverManager.getConnection(database);
        Statement statement = connection.createStatement()) {
      outages.back("postgres");
      while (open.getAsBoolean()) {
        look(statement);
        TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MS);
      }
    } catch (SQLException e) {
      outages.gone("postgres");
    }
  }

  private void look(Statement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery(RUNNING)) {
      while (rows.next()) {
        long epoch = rows.getLong(2);
        Long before = epochs.put(rows.getString(1), epoch);
        if (before != null && before < epoch) {
          millis.add(outages.millis());
          Story.tell("run %s was taken over after %d ms", rows.getString(1), outages.millis());
        }
      }
    }
  }
}
