package notjarvis.persistence;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import notjarvis.journal.AcceptGoal;
import notjarvis.journal.GoalAccepted;

/** Makes goals durable. */
final class Goals {
  /** Makes the thread if need be and locks it: $1 owner, $2 thread id, $3 goal, cut to a line. */
  private static final String LOCK_THREAD =
      """
      INSERT INTO notjarvis.thread (owner_id, thread_id, title) VALUES ($1, $2, $3)
      ON CONFLICT (owner_id, thread_id) DO UPDATE SET head = thread.head
      """;

  private static final int LONGEST_TITLE = 80;
  static final long BEFORE_THE_FIRST = 0;

  private final Scribe scribe;
  private final Snapshots snapshots;

  Goals(Scribe scribe, Snapshots snapshots) {
    this.scribe = scribe;
    this.snapshots = snapshots;
  }

  Future<GoalAccepted> accept(AcceptGoal goal) {
    String subject = "Accepting run " + goal.runId() + " of " + goal.thread();
    return scribe
        .write(subject, connection -> accept(connection, goal))
        .onSuccess(snapshots::renew);
  }

  private static Future<Done<GoalAccepted>> accept(SqlConnection connection, AcceptGoal goal) {
    Future<?> locked = lock(connection, goal);
    Future<Optional<Request>> known = Request.find(connection, goal.start());
    Future<List<LockedRun>> open = LockedRun.open(connection, goal.thread());
    return Future.join(locked, known, open)
        .compose(
            all ->
                known
                    .result()
                    .map(request -> again(connection, goal, request))
                    .orElseGet(() -> new Arrival(connection, goal, open.result()).settle()));
  }

  private static Future<?> lock(SqlConnection connection, AcceptGoal goal) {
    Tuple values =
        Tuple.of(goal.thread().ownerId(), goal.thread().threadId(), title(goal.start().goal()));
    return new Statement(LOCK_THREAD, values).on(connection);
  }

  private static String title(String goal) {
    String line = JournalJson.clean(goal).strip().replaceAll("\\s+", " ");
    int end =
        line.offsetByCodePoints(0, Math.min(LONGEST_TITLE, line.codePointCount(0, line.length())));
    return line.substring(0, end);
  }

  /** The answer to whoever had the same goal accepted before. */
  private static Future<Done<GoalAccepted>> again(
      SqlConnection connection, AcceptGoal goal, Request request) {
    if (!request.isSameAs(goal.start())) {
      return Future.failedFuture(request.conflict(goal.start()));
    }
    return request.steered()
        ? Retold.answer(
            connection,
            request.runId(),
            Saying.steerKey(request.requestId()),
            new GoalAccepted.Steered(request.runId(), request.checkpointId()))
        : Standing.read(connection, request.runId(), goal.plannerId(), BEFORE_THE_FIRST)
            .map(standing -> Done.of(standing.orElseThrow().accepted()));
  }
}
