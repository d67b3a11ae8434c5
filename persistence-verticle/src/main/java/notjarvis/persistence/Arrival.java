package notjarvis.persistence;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import notjarvis.failure.Failure;
import notjarvis.failure.FailureCode;
import notjarvis.journal.AcceptGoal;
import notjarvis.journal.Entry;
import notjarvis.journal.GoalAccepted;
import notjarvis.journal.NewCheckpoint;
import notjarvis.run.OnBusy;

/**
 * A goal that comes to its thread, which is locked.
 *
 * @param open the runs of the thread that are not over, in their order
 */
record Arrival(SqlConnection connection, AcceptGoal goal, List<LockedRun> open) {
  /**
   * Makes the run, as the next of its thread: $1 run, $2 owner, $3 thread id, $4 goal, $5 the
   * planner that owns it from now on, if its turn has come.
   */
  private static final String INSERT_RUN =
      """
      INSERT INTO notjarvis.run (run_id, owner_id, thread, goal, input_checkpoint,
                       status, lease_owner, lease_epoch, begun_at)
      SELECT $1, t.owner_id, t.id, $4, t.head + 1,
             CASE WHEN $5::text IS NULL THEN 'accepted' ELSE 'running' END, $5::text,
             CASE WHEN $5::text IS NULL THEN 0 ELSE 1 END,
             CASE WHEN $5::text IS NULL THEN NULL ELSE now() END
      FROM notjarvis.thread t WHERE t.owner_id = $2 AND t.thread_id = $3
      """;

  /** So many runs of a thread may be under way or wait. */
  private static final int MOST_OPEN = 101;

  /** A parked run makes room; whether one that is not parked does is for the goal to say. */
  Future<Done<GoalAccepted>> settle() {
    Optional<LockedRun> busy = busyWith();
    OnBusy onBusy = goal.start().onBusy();
    if (busy.isPresent() && onBusy == OnBusy.REJECT) {
      return conflict("The thread is busy with another goal.");
    }
    if (open.size() >= MOST_OPEN && onBusy != OnBusy.STEER) {
      return conflict("100 goals wait in this thread already: wait until some are done.");
    }
    return Control.makeRoom(connection, open)
        .compose(before -> settle(busy, onBusy).map(done -> done.after(before)));
  }

  private static <T> Future<T> conflict(String why) {
    return Future.failedFuture(new Failure(FailureCode.CONFLICT, why));
  }

  /** The run that the thread is about: the one that runs, or else the one that is next. */
  private Optional<LockedRun> busyWith() {
    List<LockedRun> busy = open.stream().filter(run -> !run.isParked()).toList();
    return busy.stream()
        .filter(LockedRun::isRunning)
        .findFirst()
        .or(() -> busy.stream().findFirst());
  }

  private Future<Done<GoalAccepted>> settle(Optional<LockedRun> busy, OnBusy onBusy) {
    if (busy.isEmpty()) {
      return begin(true);
    }
    LockedRun run = busy.get();
    if (run.cancelAsked()) {
      return begin(false); // nothing would come of what is said to it
    }
    return switch (onBusy) {
      case STEER -> join(run);
      case INTERRUPT -> interrupt(run);
      case ENQUEUE, REJECT -> begin(false);
    };
  }

  private Future<Done<GoalAccepted>> join(LockedRun run) {
    if (run.isToldEnough()) {
      return conflict(RunDesk.TOLD_ENOUGH);
    }
    NewCheckpoint words = Saying.steer(goal.runId(), goal.start().goal());
    return Control.tell(connection, run, words)
        .compose(
            written ->
                Request.keep(connection, goal.start(), written, true)
                    .map(new GoalAccepted.Steered(run.runId(), written.last()))
                    .map(answer -> Done.of(answer, written)));
  }

  private Future<Done<GoalAccepted>> interrupt(LockedRun run) {
    boolean free = run.isQueued() && open.stream().filter(each -> !each.isParked()).count() == 1;
    return Control.cancel(connection, run, goal.thread().ownerId())
        .compose(stopped -> begin(free).map(done -> done.after(List.of(stopped))));
  }

  private Future<Done<GoalAccepted>> begin(boolean free) {
    Entry entry = new Entry.GoalGiven(goal.start().goal());
    NewCheckpoint input = NewCheckpoint.of(0, entry, goal.metadata());
    return insert(free)
        .compose(
            inserted ->
                WriteStatement.write(
                    connection, Writing.locked(goal.runId(), null, List.of(input))))
        .compose(
            written ->
                Request.keep(connection, goal.start(), written, false)
                    .compose(kept -> standing())
                    .map(standing -> Done.of(standing.accepted(), written)));
  }

  private Future<?> insert(boolean free) {
    Tuple values =
        Tuple.of(
            goal.runId(),
            goal.thread().ownerId(),
            goal.thread().threadId(),
            JournalJson.clean(goal.start().goal()),
            free ? goal.plannerId() : null);
    return new Statement(INSERT_RUN, values).on(connection);
  }

  private Future<Standing> standing() {
    return Standing.read(connection, goal.runId(), goal.plannerId(), Goals.BEFORE_THE_FIRST)
        .map(Optional::orElseThrow);
  }
}
