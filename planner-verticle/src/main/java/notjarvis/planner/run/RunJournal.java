package notjarvis.planner.run;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import notjarvis.bus.Bus;
import notjarvis.journal.Append;
import notjarvis.journal.Appended;
import notjarvis.journal.Checkpoint;
import notjarvis.journal.Claim;
import notjarvis.journal.ClaimRun;
import notjarvis.journal.Entry;
import notjarvis.journal.Journal;
import notjarvis.journal.Metadata;
import notjarvis.journal.NewCheckpoint;
import notjarvis.journal.RunClaimed;
import notjarvis.run.Cursor;
import notjarvis.run.RunStatus;

/** Makes what happens in a run durable. While the database is away it waits. */
final class RunJournal {
  private final Bus bus;
  private final Patience patience;

  /** A checkpoint is durable; this is the run after it. */
  record Committed(Round round, Cursor cursor) {}

  /** The last checkpoint of a run is durable; perhaps another run of the thread waits. */
  record Ended(Cursor cursor, Optional<UUID> nextRun) {}

  RunJournal(Vertx vertx, Bus bus, Pace pace) {
    this.bus = bus;
    this.patience = new Patience(vertx, pace);
  }

  Future<Committed> append(Round round, int step, Entry entry, Metadata metadata) {
    NewCheckpoint checkpoint = NewCheckpoint.of(step, entry, metadata);
    return append(round, new Append(round.lease(), List.of(checkpoint), RunStatus.RUNNING, null))
        .map(appended -> committed(round, appended, entry, metadata));
  }

  private static Committed committed(
      Round round, Appended appended, Entry entry, Metadata metadata) {
    long id = appended.checkpointIds().get(0);
    Checkpoint checkpoint = new Checkpoint(id, id - 1, round.runId(), entry, metadata);
    return new Committed(round.after(checkpoint), Cursor.of(id));
  }

  Future<Ended> end(Round round, Entry.AnswerGiven answer, Metadata metadata) {
    NewCheckpoint checkpoint = NewCheckpoint.of(round.step(), answer, metadata);
    return append(
            round, new Append(round.lease(), List.of(checkpoint), answer.outcome().status(), null))
        .map(RunJournal::ended);
  }

  private static Ended ended(Appended appended) {
    return new Ended(
        Cursor.of(appended.checkpointIds().get(0)), Optional.ofNullable(appended.nextRun()));
  }

  private Future<Appended> append(Round round, Append append) {
    return patience.untilAnswered("run " + round.runId(), () -> bus.ask(Journal.APPEND, append));
  }

  /** Claims a run that waits; empty when it is over or somebody else's. */
  Future<Optional<Claim>> claim(ClaimRun claim) {
    return patience
        .untilAnswered("run " + claim.runId(), () -> bus.ask(Journal.CLAIM, claim))
        .map(RunJournal::claimed);
  }

  /**
   * Claims a run whose owner is gone. Without patience: when the database comes back the owner may
   * come back with it.
   */
  Future<Optional<Claim>> takeOver(ClaimRun claim) {
    return bus.ask(Journal.CLAIM, claim).map(RunJournal::claimed);
  }

  private static Optional<Claim> claimed(RunClaimed answer) {
    return Optional.ofNullable(answer.claim());
  }
}
