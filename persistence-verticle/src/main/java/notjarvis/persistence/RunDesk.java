package notjarvis.persistence;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.Optional;
import java.util.UUID;
import notjarvis.control.CancelRun;
import notjarvis.control.Controlled;
import notjarvis.control.SteerRun;
import notjarvis.failure.Failure;
import notjarvis.failure.FailureCode;
import notjarvis.run.InputRules;

/** Takes what people say of their runs. */
final class RunDesk {
  static final String TOLD_ENOUGH =
      "The run was told 100 things already: wait for its end, or cancel it.";

  private final Scribe scribe;

  RunDesk(Scribe scribe) {
    this.scribe = scribe;
  }

  Future<Controlled> cancel(CancelRun cancel) {
    return scribe.write(
        "Cancelling run " + cancel.runId(),
        connection ->
            locked(connection, cancel.ownerId(), cancel.runId())
                .compose(run -> cancel(connection, run, cancel.ownerId())));
  }

  private static Future<Done<Controlled>> cancel(
      SqlConnection connection, LockedRun run, String by) {
    if (run.cancelAsked()) {
      return Retold.answer(connection, run.runId(), Saying.CANCEL_KEY, standing(run));
    }
    return run.status().isOver()
        ? Future.succeededFuture(Done.of(standing(run)))
        : Control.cancel(connection, run, by).map(RunDesk::controlled);
  }

  Future<Controlled> steer(SteerRun steer) {
    Optional<String> fault =
        InputRules.faultOfGoal("words", steer.words(), InputRules.LONGEST_GOAL);
    if (fault.isPresent()) {
      return Future.failedFuture(Failure.badRequest(fault.get()));
    }
    return scribe.write(
        "Steering run " + steer.runId(),
        connection ->
            locked(connection, steer.ownerId(), steer.runId())
                .compose(run -> steer(connection, run, steer)));
  }

  private static Future<Done<Controlled>> steer(
      SqlConnection connection, LockedRun run, SteerRun steer) {
    return Retold.find(connection, run.runId(), Saying.steerKey(steer.steerId()))
        .compose(
            known ->
                known
                    .map(said -> Future.succeededFuture(Done.of(standing(run), said)))
                    .orElseGet(() -> say(connection, run, steer)));
  }

  private static Future<Done<Controlled>> say(
      SqlConnection connection, LockedRun run, SteerRun steer) {
    Optional<String> deaf = deaf(run);
    if (deaf.isPresent()) {
      return Future.failedFuture(new Failure(FailureCode.CONFLICT, deaf.get()));
    }
    return Control.tell(connection, run, Saying.steer(steer.steerId(), steer.words()))
        .map(RunDesk::controlled);
  }

  /** Why nobody would heed what is said to it. */
  private static Optional<String> deaf(LockedRun run) {
    if (run.status().isOver()) {
      return Optional.of("The run is over: say it as a new goal.");
    }
    if (run.cancelAsked()) {
      return Optional.of("The run is being stopped: say it as a new goal.");
    }
    if (run.isToldEnough()) {
      return Optional.of(TOLD_ENOUGH);
    }
    return run.isQueued() && !run.first()
        ? Optional.of("The run has not begun: wait for its turn, or cancel it.")
        : Optional.empty();
  }

  private static Future<LockedRun> locked(SqlConnection connection, String ownerId, UUID runId) {
    return LockedRun.lock(connection, runId)
        .map(run -> run.filter(found -> found.isOf(ownerId)))
        .map(run -> run.orElseThrow(() -> Absent.run(runId)));
  }

  static Controlled standing(LockedRun run) {
    return new Controlled(run.runId(), run.lastCheckpoint(), run.status());
  }

  static Done<Controlled> controlled(Written written) {
    Controlled answer = new Controlled(written.runId(), written.last(), written.status());
    return Done.of(answer, written);
  }
}
