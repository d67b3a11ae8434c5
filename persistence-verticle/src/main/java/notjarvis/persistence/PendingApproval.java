package notjarvis.persistence;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import java.util.UUID;
import notjarvis.failure.Failure;
import notjarvis.failure.FailureCode;
import notjarvis.journal.Entry;
import notjarvis.journal.Verdict;
import notjarvis.persistence.ApprovalTable.Asked;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An approval and its run, whose thread is locked. */
record PendingApproval(LockedRun run, Asked asked) {
  private static final Logger LOG = LoggerFactory.getLogger(PendingApproval.class);

  /** What was asked, as the journal has it: $1 run, $2 approval. */
  private static final String JOURNALED =
      """
      SELECT checkpoint::text AS checkpoint
      FROM notjarvis.checkpoint
      WHERE run_id = $1 AND node = 'approval'
        AND checkpoint -> 'approval' ->> 'approvalId' = $2
      """;

  /** Finds the approval, locks the thread of its run, and looks at both again. */
  static Future<Optional<PendingApproval>> lock(SqlConnection connection, UUID approvalId) {
    return ApprovalTable.read(connection, approvalId)
        .compose(found -> found.map(asked -> lock(connection, asked)).orElseGet(() -> none()));
  }

  private static Future<Optional<PendingApproval>> lock(SqlConnection connection, Asked seen) {
    Future<Optional<LockedRun>> run = LockedRun.lock(connection, seen.view().runId());
    UUID approvalId = seen.view().approval().approvalId();
    return run.compose(locked -> ApprovalTable.read(connection, approvalId))
        .map(asked -> asked.flatMap(now -> run.result().map(of -> new PendingApproval(of, now))));
  }

  private static Future<Optional<PendingApproval>> none() {
    return Future.succeededFuture(Optional.empty());
  }

  UUID id() {
    return asked.view().approval().approvalId();
  }

  @Nullable Verdict verdict() {
    return asked.view().approval().verdict();
  }

  boolean isOpen() {
    return verdict() == null;
  }

  /** Fails unless the journal asks for the very action that the row is about. */
  Future<Void> unchanged(SqlConnection connection) {
    return new Statement(JOURNALED, Tuple.of(run.runId(), id().toString()))
        .on(connection)
        .map(rows -> Statement.first(rows, row -> JournalJson.entry(row.getString("checkpoint"))))
        .map(entry -> entry.filter(this::isWhatWasAsked))
        .compose(entry -> entry.isPresent() ? Future.succeededFuture() : changed());
  }

  private boolean isWhatWasAsked(Entry entry) {
    String hash = ActionHash.of(asked.view().approval());
    return entry instanceof Entry.ApprovalAsked journaled
        && hash.equals(asked.hash())
        && hash.equals(ActionHash.of(journaled.approval()));
  }

  private Future<Void> changed() {
    LOG.error("Approval {} of run {} is not what the journal asked", id(), run.runId());
    return Future.failedFuture(
        new Failure(FailureCode.CONFLICT, "What was asked has changed: give the goal again."));
  }
}
