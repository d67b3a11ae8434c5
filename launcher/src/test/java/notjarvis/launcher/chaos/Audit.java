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
import java.util.TreeMap;
import java.util.UUID;
import notjarvis.journal.Checkpoint;
import notjarvis.journal.Entry;
import notjarvis.journal.Metadata;
import notjarvis.journal.ThreadState;
import notjarvis.json.Json;

/** Reads the journal as it stands in the database, and says what must not be. */
final class Audit {
  private static final double LEAST_DONE = 0.7;
  private static final String CHECKPOINTS =
      """
      SELECT thread, checkpoint_id, parent_checkpoint_id, run_id, checkpoint::text, metadata::text
      FROM notjarvis.checkpoint ORDER BY thread, checkpoint_id
      """;

  private final Map<Long, List<Checkpoint>> threads = new TreeMap<>();
  private final Map<String, String> statuses = new HashMap<>();
  private final Map<String, Long> effects;
  private final List<String> faults = new ArrayList<>();
  private int unknown;
  private int planned;

  private Audit(Map<String, Long> effects) {
    this.effects = effects;
  }

  /** The whole journal, and what the outside saw. */
  static Audit of(String database, Map<String, Long> effects) throws SQLException {
    Audit audit = new Audit(effects);
    try (Connection connection = DriverManager.getConnection(database);
        Statement statement = connection.createStatement()) {
      audit.readCheckpoints(statement);
      audit.readRuns(statement);
    }
    return audit;
  }

  private void readCheckpoints(Statement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery(CHECKPOINTS)) {
      while (rows.next()) {
        long parent = rows.getLong(3);
        Checkpoint checkpoint =
            new Checkpoint(
                rows.getLong(2),
                rows.wasNull() ? null : parent,
                UUID.fromString(rows.getString(4)),
                Json.read(rows.getString(5), Entry.class),
                Json.read(rows.getString(6), Metadata.class));
        threads.computeIfAbsent(rows.getLong(1), each -> new ArrayList<>()).add(checkpoint);
      }
    }
  }

  private void readRuns(Statement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery("SELECT run_id, status FROM notjarvis.run")) {
      while (rows.next()) {
        statuses.put(rows.getString(1), rows.getString(2));
      }
    }
  }

  /** How many runs have neither ended nor wait for somebody. */
  static long open(String database) {
    try (Connection connection = DriverManager.getConnection(database);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT count(*) FROM notjarvis.run WHERE status IN ('accepted', 'running')")) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      return Long.MAX_VALUE;
    }
  }

  /** What is wrong; empty when nothing is. */
  List<String> faults(List<Told> told) {
    statuses.forEach(this::checkEnded);
    threads.values().forEach(this::checkThread);
    effects.forEach(this::checkOnce);
    told.forEach(this::checkTold);
    checkDone();
    return faults;
  }

  int runs() {
    return statuses.size();
  }

  /** How many effects are told as not known. */
  int unknown() {
    return unknown;
  }

  private void checkEnded(String run, String status) {
    if (status.equals("accepted") || status.equals("running")) {
      faults.add("run " + run + " is still " + status);
    }
  }

  private void checkThread(List<Checkpoint> history) {
    long expected = 1;
    for (Checkpoint checkpoint : history) {
      Long parent = checkpoint.parentCheckpointId();
      if (checkpoint.checkpointId() != expected
          || (expected > 1 && (parent == null || parent != expected - 1))) {
        faults.add("a gap before checkpoint " + checkpoint.checkpointId() + " " + checkpoint);
      }
      expected = checkpoint.checkpointId() + 1;
    }
    fold(history);
    Map<UUID, RunAudit> runs = new HashMap<>();
    for (Checkpoint checkpoint : history) {
      runs.computeIfAbsent(checkpoint.runId(), RunAudit::new).take(checkpoint.entry());
    }
    runs.values().forEach(this::checkRun);
  }

  private void fold(List<Checkpoint> history) {
    try {
      ThreadState.of(history);
    } catch (RuntimeException e) {
      faults.add("a history cannot be folded: " + e);
    }
  }

  private void checkRun(RunAudit run) {
    faults.addAll(run.faults(effects));
    unknown += run.unknown();
    planned += run.planned();
  }

  /** Whoever does nothing does nothing wrong; but that is not what is wanted. */
  private void checkDone() {
    if (planned == 0 || effects.size() < planned * LEAST_DONE) {
      faults.add("only " + effects.size() + " of " + planned + " planned effects happened");
    }
  }

  private void checkOnce(String address, Long times) {
    if (times > 1) {
      faults.add(address + " was opened " + times + " times");
    }
  }

  private void checkTold(Told told) {
    told.faults.forEach(fault -> faults.add("\"" + told.goal + "\": " + fault));
    if (told.runs.size() > 1) {
      faults.add("\"" + told.goal + "\" became " + told.runs.size() + " runs");
      return;
    }
    told.runs.stream()
        .filter(run -> told.accepted && !statuses.containsKey(run))
        .forEach(run -> faults.add("run " + run + " was accepted and is not in the journal"));
    told.runs.stream().filter(run -> told.ended).forEach(run -> checkStream(told, run));
  }

  /** Every durable event once and in order, and nothing else. */
  private void checkStream(Told told, String run) {
    List<String> journaled =
        threads.values().stream()
            .flatMap(List::stream)
            .filter(checkpoint -> checkpoint.runId().toString().equals(run))
            .filter(checkpoint -> RunAudit.isTold(checkpoint.entry()))
            .map(checkpoint -> run.substring(0, 8) + "-" + checkpoint.checkpointId() + ".0")
            .toList();
    List<String> durable = told.ids.stream().filter(id -> id.split("\\.", -1).length == 2).toList();
    if (!durable.equals(journaled)) {
      faults.add("run " + run + " was told as " + durable + " and is " + journaled);
    }
  }
}
