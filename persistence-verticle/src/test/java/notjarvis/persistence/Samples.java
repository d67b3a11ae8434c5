package notjarvis.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import notjarvis.action.Action;
import notjarvis.action.Effect;
import notjarvis.action.Observation;
import notjarvis.control.AnswerApproval;
import notjarvis.control.CancelRun;
import notjarvis.control.Controlled;
import notjarvis.control.Controls;
import notjarvis.control.SteerRun;
import notjarvis.failure.FailureCode;
import notjarvis.history.Histories;
import notjarvis.history.ReadRun;
import notjarvis.history.ReadState;
import notjarvis.history.RunHistory;
import notjarvis.journal.AcceptGoal;
import notjarvis.journal.Append;
import notjarvis.journal.Appended;
import notjarvis.journal.Approval;
import notjarvis.journal.CheckHealth;
import notjarvis.journal.Checkpoint;
import notjarvis.journal.Claim;
import notjarvis.journal.ClaimRun;
import notjarvis.journal.Entry;
import notjarvis.journal.GoalAccepted;
import notjarvis.journal.Health;
import notjarvis.journal.Journal;
import notjarvis.journal.Lease;
import notjarvis.journal.Metadata;
import notjarvis.journal.NewCheckpoint;
import notjarvis.journal.ThreadState;
import notjarvis.journal.Usage;
import notjarvis.run.OnBusy;
import notjarvis.run.Outcome;
import notjarvis.run.RunStatus;
import notjarvis.run.StartRun;
import notjarvis.thread.ThreadKey;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/** What the tests say to the journal. */
final class Samples {
  static final String PLANNER = "planner-1";
  static final String OTHER_PLANNER = "planner-2";
  static final ThreadKey THREAD = ThreadKey.local("default");
  static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private Samples() {}

  static AcceptGoal goal(ThreadKey thread, String goal) {
    return goal(UUID.randomUUID(), thread, goal);
  }

  static AcceptGoal goal(UUID runId, ThreadKey thread, String goal) {
    return new AcceptGoal(StartRun.of(runId, thread, goal), PLANNER, Metadata.at(NOON));
  }

  static AcceptGoal goal(ThreadKey thread, String goal, OnBusy onBusy) {
    return goal(thread, goal, onBusy, null);
  }

  static AcceptGoal goal(ThreadKey thread, String goal, OnBusy onBusy, @Nullable String key) {
    StartRun start = new StartRun(UUID.randomUUID(), thread, goal, onBusy, key);
    return new AcceptGoal(start, PLANNER, Metadata.at(NOON));
  }

  static GoalAccepted accept(JournalClient journal, AcceptGoal goal) {
    return journal.ask(Journal.ACCEPT, goal);
  }

  static @Nullable Claim claim(
      JournalClient journal, UUID runId, String planner, @Nullable Long takenFromEpoch) {
    return journal.ask(Journal.CLAIM, new ClaimRun(runId, planner, takenFromEpoch)).claim();
  }

  /** A goal that was claimed when it was accepted. */
  static Claim begun(JournalClient journal, ThreadKey thread, String goal) {
    return present(claimOf(accept(journal, goal(thread, goal))));
  }

  /** What the planner that asked has to work on, if anything. */
  static @Nullable Claim claimOf(GoalAccepted accepted) {
    return accepted instanceof GoalAccepted.Claimed claimed ? claimed.claim() : null;
  }

  static <T> T present(@Nullable T value) {
    if (value == null) {
      throw new AssertionError("it is not there");
    }
    return value;
  }

  static Health health(JournalClient journal) {
    return journal.ask(Journal.HEALTH, new CheckHealth());
  }

  static Appended append(JournalClient journal, Lease lease, NewCheckpoint... checkpoints) {
    return journal.ask(
        Journal.APPEND, new Append(lease, List.of(checkpoints), RunStatus.RUNNING, null));
  }

  static Appended end(JournalClient journal, Lease lease, NewCheckpoint... checkpoints) {
    return journal.ask(Journal.APPEND, ending(lease, checkpoints));
  }

  static Append ending(Lease lease, NewCheckpoint... checkpoints) {
    return new Append(lease, List.of(checkpoints), RunStatus.FINISHED, null);
  }

  static Approval approval() {
    return approval(Instant.now().plus(Duration.ofHours(1)));
  }

  static Approval approval(Instant expiresAt) {
    Action action =
        new Action("run:1", "open_app", Map.of("name", "calc", "n", 2), Effect.IRREVERSIBLE);
    return new Approval(
        UUID.randomUUID(),
        1,
        "May I?",
        action,
        "executor-1",
        "It asks first.",
        expiresAt.truncatedTo(ChronoUnit.MILLIS),
        null);
  }

  static Append parking(Lease lease, Approval approval) {
    NewCheckpoint asked =
        NewCheckpoint.of(
            approval.step(), new Entry.ApprovalAsked(approval), Metadata.at(Instant.now()));
    return new Append(lease, List.of(asked), RunStatus.PARKED, 0);
  }

  /** A run that was begun and waits for a yes. */
  static Lease parked(JournalClient journal, ThreadKey thread, Approval approval) {
    Lease lease = begun(journal, thread, "open the calculator").lease();
    journal.ask(Journal.APPEND, parking(lease, approval));
    return lease;
  }

  static Controlled cancel(JournalClient journal, UUID runId) {
    return journal.ask(Controls.CANCEL, new CancelRun(ThreadKey.LOCAL_OWNER, runId));
  }

  static Controlled steer(JournalClient journal, UUID runId, String words) {
    return journal.ask(
        Controls.STEER, new SteerRun(ThreadKey.LOCAL_OWNER, runId, UUID.randomUUID(), words));
  }

  static Controlled answer(JournalClient journal, UUID approvalId, boolean granted) {
    return journal.ask(
        Controls.ANSWER, new AnswerApproval(ThreadKey.LOCAL_OWNER, approvalId, granted));
  }

  static RunHistory run(JournalClient journal, UUID runId) {
    return journal.ask(Histories.RUN, new ReadRun(ThreadKey.LOCAL_OWNER, runId, 0));
  }

  /** What the journal says of a run, in its order. */
  static List<Entry> entries(JournalClient journal, UUID runId) {
    return run(journal, runId).checkpoints().stream().map(Checkpoint::entry).toList();
  }

  static RunStatus status(JournalClient journal, UUID runId) {
    return run(journal, runId).run().status();
  }

  static ThreadState state(JournalClient journal, ThreadKey thread) {
    return journal.ask(Histories.STATE, new ReadState(thread, null)).state();
  }

  static void assertFails(FailureCode code, ThrowingCallable asked) {
    assertThatThrownBy(asked)
        .satisfies(failure -> assertThat(FailureCode.of(failure)).isEqualTo(code));
  }

  static NewCheckpoint planned(int step) {
    Action action = new Action("run:" + step, "search", Map.of("query", "MIT"), Effect.PURE);
    return NewCheckpoint.of(
        step, new Entry.ActionPlanned(step, "I look.", action, "executor-1"), Metadata.at(NOON));
  }

  static NewCheckpoint observed(int step) {
    return observed(step, "Looked.");
  }

  static NewCheckpoint observed(int step, String text) {
    Entry entry = new Entry.ActionObserved(step, Observation.done(text));
    return NewCheckpoint.of(step, entry, Metadata.at(NOON));
  }

  static NewCheckpoint answered(int step, String answer) {
    Entry entry = new Entry.AnswerGiven(Outcome.FINISHED, answer);
    return NewCheckpoint.of(step, entry, Metadata.at(NOON));
  }

  static NewCheckpoint costing(NewCheckpoint checkpoint, Usage usage) {
    Metadata metadata = new Metadata(NOON, 7, "gemini", usage);
    return new NewCheckpoint(checkpoint.appendKey(), checkpoint.entry(), metadata);
  }
}
