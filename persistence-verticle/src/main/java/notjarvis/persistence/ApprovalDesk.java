package notjarvis.persistence;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import notjarvis.control.AnswerApproval;
import notjarvis.control.ApprovalView;
import notjarvis.control.Approvals;
import notjarvis.control.Controlled;
import notjarvis.control.ListApprovals;
import notjarvis.control.ReadApproval;
import notjarvis.failure.Failure;
import notjarvis.failure.FailureCode;
import notjarvis.journal.Verdict;
import org.jspecify.annotations.Nullable;

/** Tells what waits for a yes, and takes the answers; no answer in time is one too. */
final class ApprovalDesk {
  private final Database database;
  private final Scribe scribe;
  private final Set<UUID> expiring = new HashSet<>();

  ApprovalDesk(Database database, Scribe scribe) {
    this.database = database;
    this.scribe = scribe;
  }

  Future<Approvals> list(ListApprovals question) {
    return database
        .with(
            "Listing the approvals of " + question.ownerId(),
            connection -> ApprovalTable.open(connection, question.ownerId()))
        .map(Approvals::new);
  }

  Future<ApprovalView> read(ReadApproval question) {
    return database
        .with(
            "Reading approval " + question.approvalId(),
            connection -> ApprovalTable.read(connection, question.approvalId()))
        .map(asked -> asked.filter(found -> found.ownerId().equals(question.ownerId())))
        .map(asked -> asked.orElseThrow(() -> Absent.approval(question.approvalId())).view());
  }

  Future<Controlled> answer(AnswerApproval answer) {
    return scribe.write(
        "Answering approval " + answer.approvalId(),
        connection ->
            PendingApproval.lock(connection, answer.approvalId())
                .map(pending -> ownedBy(answer.ownerId(), answer.approvalId(), pending))
                .compose(pending -> answer(connection, pending, answer)));
  }

  private static Future<Done<Controlled>> answer(
      SqlConnection connection, PendingApproval pending, AnswerApproval answer) {
    Verdict verdict = answer.granted() ? Verdict.GRANTED : Verdict.DENIED;
    @Nullable Verdict given = pending.verdict();
    if (given != null) {
      return given == verdict ? again(connection, pending) : Future.failedFuture(closed(given));
    }
    if (pending.asked().due()) {
      return Control.answer(connection, pending.run(), pending.id(), Verdict.EXPIRED, Saying.NOBODY)
          .map(written -> new Done<>(Future.failedFuture(tooLate()), List.of(written)));
    }
    return (answer.granted() ? pending.unchanged(connection) : Future.succeededFuture())
        .compose(
            same ->
                Control.answer(connection, pending.run(), pending.id(), verdict, answer.ownerId()))
        .map(RunDesk::controlled);
  }

  private static Future<Done<Controlled>> again(SqlConnection connection, PendingApproval pending) {
    LockedRun run = pending.run();
    String key = Saying.answerKey(pending.id());
    return Retold.answer(connection, run.runId(), key, RunDesk.standing(run));
  }

  private static Failure closed(Verdict verdict) {
    if (verdict == Verdict.EXPIRED) {
      return tooLate();
    }
    return new Failure(
        FailureCode.CONFLICT,
        verdict == Verdict.SUPERSEDED
            ? "This is not asked any more: the conversation went on."
            : "This was answered already: " + Columns.name(verdict) + ".");
  }

  private static Failure tooLate() {
    return new Failure(FailureCode.CONFLICT, "The time to answer this is over: it counts as no.");
  }

  /** Closes one that nobody answered in time, unless it is being closed already. */
  void expire(UUID approvalId) {
    if (expiring.add(approvalId)) {
      scribe
          .write(
              "Closing the expired approval " + approvalId,
              connection -> expire(connection, approvalId))
          .onComplete(done -> expiring.remove(approvalId));
    }
  }

  private static Future<Done<Boolean>> expire(SqlConnection connection, UUID approvalId) {
    return PendingApproval.lock(connection, approvalId)
        .map(pending -> pending.filter(found -> found.isOpen() && found.asked().due()))
        .compose(
            pending ->
                pending
                    .map(due -> expire(connection, due))
                    .orElseGet(() -> Future.succeededFuture(Done.of(false))));
  }

  private static Future<Done<Boolean>> expire(SqlConnection connection, PendingApproval due) {
    return Control.answer(connection, due.run(), due.id(), Verdict.EXPIRED, Saying.NOBODY)
        .map(written -> Done.of(true, written));
  }

  private static PendingApproval ownedBy(
      String ownerId, UUID approvalId, Optional<PendingApproval> pending) {
    return pending
        .filter(found -> found.run().isOf(ownerId))
        .orElseThrow(() -> Absent.approval(approvalId));
  }
}
