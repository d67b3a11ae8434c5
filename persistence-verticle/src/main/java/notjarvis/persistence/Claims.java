package notjarvis.persistence;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import notjarvis.journal.ClaimRun;
import notjarvis.journal.ReleaseRun;
import notjarvis.journal.Released;
import notjarvis.journal.RunClaimed;

/** Hands out runs: those whose turn it is, and those whose owner is gone. */
final class Claims {
  /**
   * Claims a run in a locked thread: one whose turn it is, or one of an owner who is gone. $1 run,
   * $2 planner, $3 the epoch of the owner who is gone.
   */
  private static final String CLAIM_RUN =
      """
      UPDATE notjarvis.run r
      SET status = 'running', lease_owner = $2, lease_epoch = r.lease_epoch + 1,
          begun_at = coalesce(r.begun_at, now())
      WHERE r.run_id = $1 AND CASE
        WHEN $3::bigint IS NOT NULL THEN r.status = 'running' AND r.lease_epoch = $3
        ELSE r.status = 'accepted' AND NOT EXISTS (
          SELECT FROM notjarvis.run other
          WHERE other.thread = r.thread
            AND (other.status = 'running'
                 OR other.status = 'accepted' AND other.input_checkpoint < r.input_checkpoint))
        END
      """;

  /** Lets a run wait again, in a locked thread: $1 run. */
  private static final String RELEASE_RUN =
      "UPDATE notjarvis.run SET status = 'accepted' WHERE run_id = $1";

  private final Scribe scribe;
  private final Snapshots snapshots;

  Claims(Scribe scribe, Snapshots snapshots) {
    this.scribe = scribe;
    this.snapshots = snapshots;
  }

  /** A claim whose answer was lost is answered again, for as long as it holds. */
  Future<RunClaimed> claim(ClaimRun wanted) {
    return scribe
        .write("Claiming run " + wanted.runId(), connection -> claim(connection, wanted))
        .onSuccess(answer -> Optional.ofNullable(answer.claim()).ifPresent(snapshots::renew));
  }

  private static Future<Done<RunClaimed>> claim(SqlConnection connection, ClaimRun wanted) {
    Tuple values = Tuple.of(wanted.runId(), wanted.plannerId(), wanted.takenFromEpoch());
    return LockedRun.lock(connection, wanted.runId())
        .compose(
            run ->
                new Statement(CLAIM_RUN, values)
                    .on(connection)
                    .compose(claimed -> makeRoom(connection, run, claimed.rowCount() > 0)))
        .compose(written -> answer(connection, wanted, written));
  }

  /** A run whose turn came while another one was parked takes that one's place. */
  private static Future<List<Written>> makeRoom(
      SqlConnection connection, Optional<LockedRun> run, boolean claimed) {
    return run.filter(locked -> claimed)
        .map(locked -> LockedRun.open(connection, locked.thread()))
        .map(open -> open.compose(runs -> Control.makeRoom(connection, runs)))
        .orElseGet(() -> Future.succeededFuture(List.of()));
  }

  /** The run keeps its epoch: whoever claims it next has a newer one. */
  Future<Released> release(ReleaseRun given) {
    return scribe.write(
        "Giving back run " + given.lease().runId(), connection -> release(connection, given));
  }

  private static Future<Done<Released>> release(SqlConnection connection, ReleaseRun given) {
    return LockedRun.lock(connection, given.lease().runId())
        .map(run -> run.filter(found -> found.isRunning() && found.isHeldWith(given.lease())))
        .compose(
            run ->
                run.isEmpty()
                    ? Future.succeededFuture(false)
                    : new Statement(RELEASE_RUN, Tuple.of(given.lease().runId()))
                        .on(connection)
                        .map(true))
        .map(released -> Done.of(new Released(released)));
  }

  private static Future<Done<RunClaimed>> answer(
      SqlConnection connection, ClaimRun wanted, List<Written> written) {
    return Standing.read(connection, wanted.runId(), wanted.plannerId(), wanted.takenFromEpoch())
        .map(standing -> new RunClaimed(standing.map(Standing::claim).orElse(null)))
        .map(answer -> new Done<>(Future.succeededFuture(answer), written));
  }
}
