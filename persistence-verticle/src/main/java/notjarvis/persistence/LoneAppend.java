package notjarvis.persistence;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import notjarvis.failure.Failure;
import notjarvis.failure.FailureCode;
import notjarvis.journal.Append;
import notjarvis.journal.Appended;
import notjarvis.journal.Checkpoint;
import notjarvis.journal.NewCheckpoint;
import notjarvis.run.RunStatus;

/** One append by itself, judged under the lock of its thread. */
record LoneAppend(Append append) {
  /**
   * What is there already, and whether it says the same: $1 run, $2 append keys, $3 checkpoints.
   */
  private static final String KNOWN =
      """
      SELECT c.append_key, c.checkpoint_id, c.checkpoint = a.checkpoint::jsonb AS same
      FROM unnest($2::text[], $3::text[]) AS a (append_key, checkpoint)
      JOIN notjarvis.checkpoint c ON c.run_id = $1 AND c.append_key = a.append_key
      """;

  /** The controls of a run after the first few: $1 run, $2 how many. */
  private static final String CONTROLS =
      "SELECT "
          + Columns.OF_CHECKPOINT
          + """

          FROM notjarvis.checkpoint c
          WHERE c.run_id = $1 AND c.node = 'control'
          ORDER BY c.checkpoint_id OFFSET $2
          """;

  /** A checkpoint that is there already. */
  private record Known(String appendKey, long checkpointId, boolean same) {
    static Known of(Row row) {
      return new Known(
          row.getString("append_key"), row.getLong("checkpoint_id"), row.getBoolean("same"));
    }
  }

  Future<Done<Appended>> write(SqlConnection connection) {
    return LockedRun.lock(connection, append.lease().runId())
        .map(run -> run.filter(found -> found.isHeldWith(append.lease())))
        .map(run -> run.orElseThrow(LoneAppend::fenced))
        .compose(run -> known(connection).compose(known -> judge(connection, run, known)));
  }

  private Future<Map<String, Known>> known(SqlConnection connection) {
    Tuple values =
        Tuple.of(
            append.lease().runId(),
            column(NewCheckpoint::appendKey),
            column(each -> JournalJson.write(each.entry())));
    return new Statement(KNOWN, values)
        .on(connection)
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(Known::of))
        .map(known -> known.collect(Collectors.toMap(Known::appendKey, Function.identity())));
  }

  private String[] column(Function<NewCheckpoint, String> value) {
    return append.checkpoints().stream().map(value).toArray(String[]::new);
  }

  private Future<Done<Appended>> judge(
      SqlConnection connection, LockedRun run, Map<String, Known> known) {
    if (!known.values().stream().allMatch(Known::same)) {
      return Future.failedFuture(
          new Failure(FailureCode.CONFLICT, "The run says something else at this step already."));
    }
    List<NewCheckpoint> fresh =
        append.checkpoints().stream().filter(each -> !known.containsKey(each.appendKey())).toList();
    if (fresh.isEmpty()) {
      return appended(connection, known, List.of()).map(Done::of);
    }
    if (run.status() != RunStatus.RUNNING) {
      return Future.failedFuture(fenced());
    }
    Integer controls = append.controls();
    return controls != null && run.controls() > controls
        ? behind(connection, controls)
        : write(connection, fresh, known);
  }

  private Future<Done<Appended>> behind(SqlConnection connection, int controls) {
    return new Statement(CONTROLS, Tuple.of(append.lease().runId(), controls))
        .on(connection)
        .map(rows -> Done.of(Appended.behind(Statement.list(rows, Columns::checkpoint))));
  }

  private Future<Done<Appended>> write(
      SqlConnection connection, List<NewCheckpoint> fresh, Map<String, Known> known) {
    return WriteStatement.write(connection, Writing.of(append).only(fresh))
        .compose(written -> ApprovalTable.open(connection, written))
        .compose(
            written ->
                appended(connection, known, written.checkpoints())
                    .map(answer -> Done.of(answer, written)));
  }

  private Future<Appended> appended(
      SqlConnection connection, Map<String, Known> known, List<Checkpoint> written) {
    List<Long> ids = ids(known, written.iterator());
    UUID runId = append.lease().runId();
    Set<UUID> over = append.becomes() == RunStatus.RUNNING ? Set.of() : Set.of(runId);
    return NextRuns.after(connection, over).map(next -> Appended.written(ids, next.get(runId)));
  }

  /** The numbers in the order asked; those that were not known are the ones that were written. */
  private List<Long> ids(Map<String, Known> known, Iterator<Checkpoint> written) {
    return append.checkpoints().stream()
        .map(each -> Optional.ofNullable(known.get(each.appendKey())))
        .map(each -> each.map(Known::checkpointId).orElseGet(() -> written.next().checkpointId()))
        .toList();
  }

  private static Failure fenced() {
    return new Failure(FailureCode.FENCED, "The run is over, or another planner owns it.");
  }
}
