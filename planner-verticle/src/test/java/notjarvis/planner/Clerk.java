package notjarvis.planner;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import notjarvis.failure.Failure;
import notjarvis.failure.FailureCode;
import notjarvis.journal.AcceptGoal;
import notjarvis.journal.Append;
import notjarvis.journal.Appended;
import notjarvis.journal.Checkpoint;
import notjarvis.journal.Claim;
import notjarvis.journal.ClaimRun;
import notjarvis.journal.Entry;
import notjarvis.journal.GoalAccepted;
import notjarvis.journal.Lease;
import notjarvis.journal.Metadata;
import notjarvis.journal.NewCheckpoint;
import notjarvis.journal.Node;
import notjarvis.journal.RunClaimed;
import notjarvis.journal.Verdict;
import notjarvis.run.Outcome;
import notjarvis.run.RunStatus;
import org.jspecify.annotations.Nullable;

/** Keeps the ledger by the rules of the journal. */
final class Clerk {
  private final Ledger ledger;

  Clerk(Ledger ledger) {
    this.ledger = ledger;
  }

  GoalAccepted accept(AcceptGoal goal) {
    UUID runId = goal.runId();
    if (ledger.isUnknown(runId)) {
      supersedeParked(goal);
      Ledger.Run run = ledger.add(runId, goal.thread(), goal.start().goal());
      if (!ledger.hasToWait(run)) {
        run.ownedBy(goal.plannerId());
      }
      ledger.commit(run, List.of(Ledger.goal(run, goal.metadata())), run.status);
    }
    return standing(ledger.run(runId), goal.plannerId());
  }

  private void supersedeParked(AcceptGoal goal) {
    ledger
        .runs()
        .filter(run -> run.thread.equals(goal.thread()) && run.status == RunStatus.PARKED)
        .toList()
        .forEach(this::supersede);
  }

  private void supersede(Ledger.Run run) {
    Entry answer = new Entry.AnswerGiven(Outcome.SUPERSEDED, "Something else came first.");
    ledger.commit(run, List.of(NewCheckpoint.of(0, answer, said())), Outcome.SUPERSEDED.status());
  }

  private GoalAccepted standing(Ledger.Run run, String planner) {
    long first = ledger.checkpoints(run.runId).get(0).checkpointId();
    if (run.isRunning() && planner.equals(run.owner)) {
      return new GoalAccepted.Claimed(run.runId, first, claim(run, planner));
    }
    return run.status == RunStatus.ACCEPTED
        ? new GoalAccepted.Waiting(run.runId, first)
        : new GoalAccepted.Known(run.runId, first);
  }

  private Claim claim(Ledger.Run run, String planner) {
    Lease lease = new Lease(run.runId, run.thread, planner, run.epoch);
    List<Checkpoint> history =
        ledger.thread(run.thread).stream().filter(each -> isHistory(run, each)).toList();
    return new Claim(lease, run.goal, history);
  }

  /** What waits behind a run is not history yet. */
  private boolean isHistory(Ledger.Run run, Checkpoint checkpoint) {
    return checkpoint.runId().equals(run.runId)
        || ledger.run(checkpoint.runId()).status != RunStatus.ACCEPTED;
  }

  RunClaimed claim(ClaimRun asked) {
    Ledger.Run run = ledger.run(asked.runId());
    Long epoch = asked.takenFromEpoch();
    boolean grant =
        epoch == null
            ? run.status == RunStatus.ACCEPTED && !ledger.hasToWait(run)
            : run.isRunning() && run.epoch == epoch;
    if (grant) {
      run.ownedBy(asked.plannerId());
    }
    boolean held =
        run.isRunning()
            && asked.plannerId().equals(run.owner)
            && (epoch == null || run.epoch == epoch + 1);
    return new RunClaimed(held ? claim(run, asked.plannerId()) : null);
  }

  /** What is written already is written, then the lease counts, then what the person said. */
  Future<Appended> append(Append append) {
    Ledger.Run run = ledger.run(append.lease().runId());
    Lease lease = append.lease();
    if (!lease.plannerId().equals(run.owner) || lease.epoch() != run.epoch) {
      return refused(FailureCode.FENCED, "The run has another owner.");
    }
    NewCheckpoint news = append.checkpoints().get(0);
    Checkpoint known = run.written.get(news.appendKey());
    if (known != null) {
      return known.entry().equals(news.entry())
          ? written(run, List.of(known))
          : refused(FailureCode.CONFLICT, "The run says something else at this step already.");
    }
    if (!run.isRunning()) {
      return refused(FailureCode.FENCED, "The run is over.");
    }
    List<Checkpoint> missed = missed(run, append.controls());
    return missed.isEmpty()
        ? written(run, ledger.commit(run, append.checkpoints(), append.becomes()))
        : Future.succeededFuture(Appended.behind(missed));
  }

  private List<Checkpoint> missed(Ledger.Run run, @Nullable Integer known) {
    return ledger.checkpoints(run.runId).stream()
        .filter(each -> each.entry().node() == Node.CONTROL)
        .skip(known == null ? Integer.MAX_VALUE : known)
        .toList();
  }

  private Future<Appended> written(Ledger.Run run, List<Checkpoint> checkpoints) {
    UUID next = run.isRunning() ? null : ledger.next(run.thread);
    return Future.succeededFuture(
        Appended.written(checkpoints.stream().map(Checkpoint::checkpointId).toList(), next));
  }

  private static Future<Appended> refused(FailureCode code, String why) {
    return Future.failedFuture(new Failure(code, why));
  }

  List<UUID> adrift() {
    return ledger
        .runs()
        .map(run -> run.thread)
        .distinct()
        .map(ledger::next)
        .filter(Objects::nonNull)
        .toList();
  }

  /**
   * A parked run can be claimed once something was said; one that waits ends when it is to, and one
   * that is over hears nothing.
   */
  void say(Ledger.Run run, Entry control) {
    if (run.status.isOver()) {
      return;
    }
    boolean ends = run.status == RunStatus.ACCEPTED && control instanceof Entry.CancelAsked;
    List<NewCheckpoint> all = new ArrayList<>(settled(run, control));
    all.add(new NewCheckpoint("said/" + run.controls, control, said()));
    if (ends) {
      Entry answer = new Entry.AnswerGiven(Outcome.CANCELLED, "I stopped before I began.");
      all.add(NewCheckpoint.of(0, answer, said()));
    }
    RunStatus becomes = run.status == RunStatus.PARKED ? RunStatus.ACCEPTED : run.status;
    ledger.commit(run, all, ends ? RunStatus.CANCELLED : becomes);
  }

  /** What a parked run waits for is not asked for any more when something else is said. */
  private List<NewCheckpoint> settled(Ledger.Run run, Entry control) {
    if (run.status != RunStatus.PARKED || control instanceof Entry.ApprovalAnswered) {
      return List.of();
    }
    return ledger.checkpoints(run.runId).stream()
        .map(Checkpoint::entry)
        .filter(Entry.ApprovalAsked.class::isInstance)
        .map(entry -> ((Entry.ApprovalAsked) entry).approval().approvalId())
        .reduce((earlier, later) -> later)
        .map(id -> new Entry.ApprovalAnswered(id, Verdict.SUPERSEDED, ""))
        .map(answer -> new NewCheckpoint("settled/" + run.controls, answer, said()))
        .stream()
        .toList();
  }

  private static Metadata said() {
    return Metadata.at(Workshop.THEN);
  }
}
