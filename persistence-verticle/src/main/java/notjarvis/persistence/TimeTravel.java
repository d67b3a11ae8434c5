package notjarvis.persistence;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import notjarvis.history.ReadState;
import notjarvis.history.StateAt;
import notjarvis.journal.Checkpoint;
import notjarvis.journal.ThreadState;

/** Folds a thread from its first checkpoint on, whatever snapshots there are. */
final class TimeTravel {
  /** The end of the journey: $1 owner, $2 thread id. */
  private static final String THREAD =
      "SELECT id, head FROM notjarvis.thread WHERE owner_id = $1 AND thread_id = $2";

  /** The next part of it: $1 thread, $2 the last checkpoint that is known, $3 the end. */
  private static final String PART =
      "SELECT "
          + Columns.OF_CHECKPOINT
          + """

          FROM notjarvis.checkpoint c
          WHERE c.thread = $1 AND c.checkpoint_id > $2 AND c.checkpoint_id <= $3
          ORDER BY c.checkpoint_id LIMIT 500
          """;

  private final Database database;

  TimeTravel(Database database) {
    this.database = database;
  }

  Future<StateAt> state(ReadState question) {
    return database.with(
        "Reading the state of " + question.thread(), connection -> state(connection, question));
  }

  private static Future<StateAt> state(SqlConnection connection, ReadState question) {
    Tuple values = Tuple.of(question.thread().ownerId(), question.thread().threadId());
    return new Statement(THREAD, values)
        .on(connection)
        .map(rows -> Statement.first(rows, row -> row))
        .map(row -> row.orElseThrow(() -> Absent.thread(question.thread().threadId())))
        .compose(row -> fold(connection, row, question));
  }

  private static Future<StateAt> fold(SqlConnection connection, Row thread, ReadState question) {
    long head = thread.getLong("head");
    long end = question.checkpointId() == null ? head : question.checkpointId();
    if (end < 1 || end > head) {
      return Future.failedFuture(Absent.checkpoint(end));
    }
    return Loop.from(
        new StateAt(0, ThreadState.EMPTY),
        reached -> reached.checkpointId() == end,
        reached -> further(connection, thread.getLong("id"), reached, end));
  }

  /** A part at a time, so that a long thread does not keep others from their turn. */
  private static Future<StateAt> further(
      SqlConnection connection, long thread, StateAt reached, long end) {
    return new Statement(PART, Tuple.of(thread, reached.checkpointId(), end))
        .on(connection)
        .map(rows -> Statement.list(rows, Columns::checkpoint))
        .map(part -> after(reached, part, end));
  }

  private static StateAt after(StateAt reached, List<Checkpoint> part, long end) {
    if (part.isEmpty()) {
      throw Absent.checkpoint(end); // deleted meanwhile
    }
    long last = part.get(part.size() - 1).checkpointId();
    return new StateAt(last, reached.state().after(part));
  }
}
