package notjarvis.persistence;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import notjarvis.journal.NewCheckpoint;
import notjarvis.journal.Verdict;
import notjarvis.run.Outcome;
import notjarvis.run.RunStatus;
import org.jspecify.annotations.Nullable;

/** What can be done to a run from outside, under the lock of its thread. */
final class Control {
  private Control() {}

  /** Has the run stopped: at once if it has not begun, else by whoever owns it, now or next. */
  static Future<Written> cancel(SqlConnection connection, LockedRun run, String by) {
    return run.isQueued()
        ? write(
            connection,
            run,
            RunStatus.CANCELLED,
            Saying.cancel(by),
            Saying.lastWords(Outcome.CANCELLED, Saying.STOPPED))
        : tell(connection, run, Saying.cancel(by));
  }

  /** Says something to the run. What it waits for is not asked for any more. */
  static Future<Written> tell(SqlConnection connection, LockedRun run, NewCheckpoint control) {
    return write(connection, run, run.isParked() ? RunStatus.ACCEPTED : null, control);
  }

  private static Future<Written> supersede(SqlConnection connection, LockedRun run) {
    NewCheckpoint last = Saying.lastWords(Outcome.SUPERSEDED, Saying.SUPERSEDED);
    return write(connection, run, RunStatus.SUPERSEDED, last);
  }

  /** Ends those that are parked, for whatever comes next in their thread. */
  static Future<List<Written>> makeRoom(SqlConnection connection, List<LockedRun> open) {
    Future<List<Written>> done = Future.succeededFuture(List.of());
    for (LockedRun run : open.stream().filter(LockedRun::isParked).toList()) {
      done =
          done.compose(before -> supersede(connection, run).map(written -> plus(before, written)));
    }
    return done;
  }

  private static <T> List<T> plus(List<T> list, T last) {
    return Stream.concat(list.stream(), Stream.of(last)).toList();
  }

  /** The answer to what the run waits for. */
  static Future<Written> answer(
      SqlConnection connection, LockedRun run, UUID approvalId, Verdict verdict, String by) {
    Writing writing =
        Writing.locked(
            run.runId(), RunStatus.ACCEPTED, List.of(Saying.answer(approvalId, verdict, by)));
    return ApprovalTable.close(connection, approvalId, verdict, by)
        .compose(closed -> WriteStatement.write(connection, writing));
  }

  private static Future<Written> write(
      SqlConnection connection,
      LockedRun run,
      @Nullable RunStatus becomes,
      NewCheckpoint... checkpoints) {
    @Nullable UUID open = run.approvalId();
    if (open == null) {
      Writing writing = Writing.locked(run.runId(), becomes, List.of(checkpoints));
      return WriteStatement.write(connection, writing);
    }
    NewCheckpoint settled = Saying.answer(open, Verdict.SUPERSEDED, Saying.NOBODY);
    List<NewCheckpoint> all = Stream.concat(Stream.of(settled), Stream.of(checkpoints)).toList();
    return ApprovalTable.close(connection, open, Verdict.SUPERSEDED, Saying.NOBODY)
        .compose(
            closed -> WriteStatement.write(connection, Writing.locked(run.runId(), becomes, all)));
  }
}
