package notjarvis.persistence;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import notjarvis.action.Action;
import notjarvis.control.ApprovalView;
import notjarvis.journal.Approval;
import notjarvis.journal.Checkpoint;
import notjarvis.journal.Entry;
import notjarvis.journal.Verdict;
import notjarvis.json.Json;

/** The rows of what waits for a yes, and of what became of it. */
final class ApprovalTable {
  private static final String VIEW =
      """
      SELECT a.approval_id, a.run_id, t.owner_id, t.thread_id, a.step, a.say,
             a.action::text AS action, a.executor, a.action_hash, a.why, a.asked_at, a.expires_at,
             a.answered_at, a.verdict, a.answered_by, a.expires_at <= now() AS due
      FROM notjarvis.approval a JOIN notjarvis.thread t ON t.id = a.thread
      """;

  /** $1 approval. */
  private static final String ONE = VIEW + "WHERE a.approval_id = $1";

  /** Those of an owner that wait for an answer, the oldest first: $1 owner. */
  private static final String OPEN =
      VIEW
          + """
          WHERE a.owner_id = $1 AND a.verdict IS NULL AND a.expires_at > now()
          ORDER BY a.asked_at, a.approval_id LIMIT 200
          """;

  /** Those that nobody answered in time. */
  private static final String DUE =
      """
      SELECT approval_id FROM notjarvis.approval
      WHERE verdict IS NULL AND expires_at <= now()
      ORDER BY expires_at LIMIT 100
      """;

  /**
   * Opens one: $1 approval, $2 run, $3 step, $4 words, $5 action, $6 executor, $7 hash, $8 why, $9
   * how many seconds it waits, by the clock of the database alone.
   */
  private static final String INSERT =
      """
      INSERT INTO notjarvis.approval (approval_id, owner_id, thread, run_id, step, say,
                            action, executor, action_hash, why, expires_at)
      SELECT $1, r.owner_id, r.thread, r.run_id, $3, $4, $5::text::jsonb, $6, $7, $8,
             now() + make_interval(secs => $9)
      FROM notjarvis.run r WHERE r.run_id = $2
      """;

  /** Closes one: $1 approval, $2 verdict, $3 who answered. */
  private static final String CLOSE =
      """
      UPDATE notjarvis.approval
      SET verdict = $2, answered_by = nullif($3, ''), answered_at = now()
      WHERE approval_id = $1 AND verdict IS NULL
      """;

  private ApprovalTable() {}

  /**
   * An approval as it is kept.
   *
   * @param hash of the action and the executor
   * @param due whether its time is over
   */
  record Asked(ApprovalView view, String ownerId, String hash, boolean due) {}

  static Future<Optional<Asked>> read(SqlConnection connection, UUID approvalId) {
    return new Statement(ONE, Tuple.of(approvalId))
        .on(connection)
        .map(rows -> Statement.first(rows, ApprovalTable::asked));
  }

  static Future<List<ApprovalView>> open(SqlConnection connection, String ownerId) {
    return new Statement(OPEN, Tuple.of(ownerId))
        .on(connection)
        .map(rows -> Statement.list(rows, row -> asked(row).view()));
  }

  static Future<List<UUID>> due(SqlConnection connection) {
    return new Statement(DUE, Tuple.tuple())
        .on(connection)
        .map(rows -> Statement.list(rows, row -> row.getUUID("approval_id")));
  }

  /** Opens the approval that these checkpoints ask for, if they do. */
  static Future<Written> open(SqlConnection connection, Written written) {
    Optional<Checkpoint> asked =
        written.checkpoints().stream()
            .filter(each -> each.entry() instanceof Entry.ApprovalAsked)
            .findFirst();
    return asked
        .map(checkpoint -> new Statement(INSERT, values(checkpoint)).on(connection))
        .<Future<?>>map(inserted -> inserted)
        .orElseGet(Future::succeededFuture)
        .map(written);
  }

  private static Tuple values(Checkpoint asked) {
    Approval approval = ((Entry.ApprovalAsked) asked.entry()).approval();
    Duration wait = Duration.between(asked.metadata().at(), approval.expiresAt());
    return Tuple.tuple()
        .addUUID(approval.approvalId())
        .addUUID(asked.runId())
        .addInteger(approval.step())
        .addString(approval.say())
        .addString(Json.write(approval.action()))
        .addString(approval.executor())
        .addString(ActionHash.of(approval))
        .addString(approval.why())
        .addDouble(wait.toMillis() / 1000.0);
  }

  static Future<Void> close(SqlConnection connection, UUID approvalId, Verdict verdict, String by) {
    Tuple values = Tuple.of(approvalId, Columns.name(verdict), by);
    return new Statement(CLOSE, values).on(connection).mapEmpty();
  }

  private static Asked asked(Row row) {
    Approval approval =
        new Approval(
            row.getUUID("approval_id"),
            row.getInteger("step"),
            row.getString("say"),
            Json.read(row.getString("action"), Action.class),
            row.getString("executor"),
            row.getString("why"),
            Columns.instant(row, "expires_at"),
            Columns.verdict(row));
    ApprovalView view =
        new ApprovalView(
            approval,
            row.getString("thread_id"),
            row.getUUID("run_id"),
            Columns.instant(row, "asked_at"),
            Columns.instantIfAny(row, "answered_at"),
            row.getString("answered_by"));
    return new Asked(
        view, row.getString("owner_id"), row.getString("action_hash"), row.getBoolean("due"));
  }
}
