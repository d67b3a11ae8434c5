package notjarvis.persistence;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import notjarvis.action.Action;
import notjarvis.action.Effect;
import notjarvis.action.Observation;
import notjarvis.journal.AcceptGoal;
import notjarvis.journal.Append;
import notjarvis.journal.Appended;
import notjarvis.journal.CheckHealth;
import notjarvis.journal.Claim;
import notjarvis.journal.ClaimRun;
import notjarvis.journal.Entry;
import notjarvis.journal.GoalAccepted;
import notjarvis.journal.Health;
import notjarvis.journal.Journal;
import notjarvis.journal.Lease;
import notjarvis.journal.Metadata;
import notjarvis.journal.NewCheckpoint;
import notjarvis.journal.Usage;
import notjarvis.run.Outcome;
import notjarvis.run.RunStatus;
import notjarvis.run.StartRun;
import notjarvis.thread.ThreadKey;
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
