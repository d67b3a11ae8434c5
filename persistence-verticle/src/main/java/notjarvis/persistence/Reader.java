package notjarvis.persistence;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.List;
import notjarvis.failure.Failure;
import notjarvis.history.ListThreads;
import notjarvis.history.ReadRun;
import notjarvis.history.ReadThread;
import notjarvis.history.RunHistory;
import notjarvis.history.ThreadMark;
import notjarvis.history.ThreadPage;
import notjarvis.history.Threads;
import org.jspecify.annotations.Nullable;

/** Tells what has happened, each answer as of one moment. */
final class Reader {
  private static final int MOST_THREADS = 200;
  private static final int MOST_CHECKPOINTS = 500;

  /** Those of an owner, the newest first: $1 owner, $2 how many, $3 and $4 the one before. */
  static final String THREADS =
      Views.THREADS
          + """
          WHERE t.owner_id = $1
            AND ($3::timestamptz IS NULL OR (t.updated_at, t.id) < ($3, $4::bigint))
          ORDER BY t.updated_at DESC, t.id DESC LIMIT $2
          """;

  /** $1 owner, $2 thread id. */
  static final String THREAD = Views.THREADS + "WHERE t.owner_id = $1 AND t.thread_id = $2";

  /** A stretch of a thread: $1 owner, $2 thread id, $3 the checkpoint after it, $4 how many. */
  private static final String STRETCH =
      """
      WITH stretch AS (
        SELECT c.* FROM notjarvis.thread t
        JOIN notjarvis.checkpoint c ON c.thread = t.id
        WHERE t.owner_id = $1 AND t.thread_id = $2 AND ($3::bigint IS NULL OR c.checkpoint_id < $3)
        ORDER BY c.checkpoint_id DESC LIMIT $4
      )
      """;

  private static final String CHECKPOINTS =
      STRETCH + "SELECT " + Columns.OF_CHECKPOINT + " FROM stretch c ORDER BY c.checkpoint_id";

  private static final String RUNS =
      STRETCH
          + Views.RUNS
          + "WHERE r.run_id IN (SELECT run_id FROM stretch) ORDER BY r.input_checkpoint";

  /** $1 owner, $2 run. */
  private static final String RUN = Views.RUNS + "WHERE r.owner_id = $1 AND r.run_id = $2";

  /** $1 owner, $2 run, $3 the last checkpoint that is known. */
  private static final String CHECKPOINTS_OF_RUN =
      "SELECT "
          + Columns.OF_CHECKPOINT
          + """

          FROM notjarvis.run r
          JOIN notjarvis.checkpoint c ON c.run_id = r.run_id
          WHERE r.owner_id = $1 AND r.run_id = $2 AND c.checkpoint_id > $3
          ORDER BY c.checkpoint_id
          """;

  private final Database database;

  Reader(Database database) {
    this.database = database;
  }

  Future<Threads> threads(ListThreads question) {
    if (question.limit() < 1 || question.limit() > MOST_THREADS) {
      return Future.failedFuture(limit(MOST_THREADS));
    }
    @Nullable ThreadMark before = question.before();
    Tuple values =
        Tuple.of(
            question.ownerId(),
            question.limit(),
            before == null ? null : before.updatedAt().atOffset(ZoneOffset.UTC),
            before == null ? null : before.number());
    return database
        .with(
            "Listing the threads of " + question.ownerId(),
            connection -> new Statement(THREADS, values).on(connection))
        .map(rows -> threads(rows, question.limit()));
  }

  private static Threads threads(RowSet<Row> rows, int limit) {
    List<ThreadMark> marks = Statement.list(rows, Views::mark);
    return new Threads(
        Statement.list(rows, Views::thread),
        marks.size() < limit ? null : marks.get(marks.size() - 1));
  }

  Future<ThreadPage> thread(ReadThread question) {
    if (question.limit() < 1 || question.limit() > MOST_CHECKPOINTS) {
      return Future.failedFuture(limit(MOST_CHECKPOINTS));
    }
    String owner = question.thread().ownerId();
    String thread = question.thread().threadId();
    Tuple stretch = Tuple.of(owner, thread, question.before(), question.limit());
    return database
        .with(
            "Reading " + question.thread(),
            connection ->
                Transaction.reading(
                    connection,
                    new Statement(THREAD, Tuple.of(owner, thread)),
                    new Statement(RUNS, stretch),
                    new Statement(CHECKPOINTS, stretch)))
        .map(found -> page(thread, found));
  }

  private static ThreadPage page(String threadId, List<RowSet<Row>> found) {
    return new ThreadPage(
        Statement.first(found.get(0), Views::thread).orElseThrow(() -> Absent.thread(threadId)),
        Statement.list(found.get(1), Views::run),
        Statement.list(found.get(2), Columns::checkpoint));
  }

  Future<RunHistory> run(ReadRun question) {
    Tuple run = Tuple.of(question.ownerId(), question.runId());
    Tuple checkpoints = Tuple.of(question.ownerId(), question.runId(), question.after());
    return database
        .with(
            "Reading run " + question.runId(),
            connection ->
                Transaction.reading(
                    connection,
                    new Statement(RUN, run),
                    new Statement(CHECKPOINTS_OF_RUN, checkpoints)))
        .map(found -> history(question, found));
  }

  private static RunHistory history(ReadRun question, List<RowSet<Row>> found) {
    return new RunHistory(
        Statement.first(found.get(0), Views::run).orElseThrow(() -> Absent.run(question.runId())),
        Statement.list(found.get(1), Columns::checkpoint));
  }

  private static Failure limit(int most) {
    return Failure.badRequest("\"limit\" has to be from 1 to " + most + ".");
  }
}
