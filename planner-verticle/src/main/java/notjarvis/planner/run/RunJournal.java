package notjarvis.planner.run;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import notjarvis.bus.Bus;
import notjarvis.failure.Failure;
import notjarvis.failure.FailureCode;
import notjarvis.journal.Append;
import notjarvis.journal.Appended;
import notjarvis.journal.Checkpoint;
import notjarvis.journal.Claim;
import notjarvis.journal.ClaimRun;
import notjarvis.journal.Entry;
import notjarvis.journal.Entry.ActionObserved;
import notjarvis.journal.Entry.AnswerGiven;
import notjarvis.journal.Entry.ApprovalAsked;
import notjarvis.journal.Journal;
import notjarvis.journal.Lease;
import notjarvis.journal.Metadata;
import notjarvis.journal.NewCheckpoint;
import notjarvis.journal.ReleaseRun;
import notjarvis.journal.Released;
import notjarvis.journal.RunClaimed;
import notjarvis.planner.run.Written.Behind;
import notjarvis.planner.run.Written.Committed;
import notjarvis.run.Cursor;
import notjarvis.run.Outcome;
import notjarvis.run.RunStatus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes what happens in a run durable. While the database is away it waits. */
final class RunJournal {
  private static final Logger LOG = LoggerFactory.getLogger(RunJournal.class);

  private final Bus bus;
  private final Time time;
  private final Patience patience;
  private final Tenure tenure;

  RunJournal(Vertx vertx, Bus bus, Time time, Pace pace, Tenure tenure) {
    this.bus = bus;
    this.time = time;
    this.patience = new Patience(vertx, pace);
    this.tenure = tenure;
  }

  /** Writes down what the run does next. */
  Future<Written> decided(Round round, Entry entry, Metadata metadata) {
    return write(round, round.step() + "/" + entry.node().wireName(), entry, metadata);
  }

  /** Parks the run until there is an answer. After new words the same step may ask again. */
  Future<Written> asked(Round round, ApprovalAsked entry, Metadata metadata) {
    String key = round.step() + "/" + entry.node().wireName() + "/" + round.controls();
    return write(round, key, entry, metadata);
  }

  private Future<Written> write(Round round, String key, Entry entry, Metadata metadata) {
    NewCheckpoint checkpoint = new NewCheckpoint(key, entry, metadata);
    return append(round, checkpoint, round.controls())
        .map(
            appended ->
                appended.missed().isEmpty()
                    ? committed(round, appended, entry, metadata)
                    : behind(round, appended, metadata));
  }

  /** What the decision has cost was spent all the same. */
  private static Written behind(Round round, Appended appended, Metadata metadata) {
    Round after = round.after(appended.missed());
    return new Behind(after.with(Aside.dropping(metadata.usage(), null)));
  }

  /** Writes down what has happened, whatever was said meanwhile. */
  Future<Committed> observed(Round round, ActionObserved entry, Metadata metadata) {
    NewCheckpoint checkpoint = NewCheckpoint.of(entry.step(), entry, metadata);
    return append(round, checkpoint, null)
        .map(appended -> committed(round, appended, entry, metadata));
  }

  private static Committed committed(
      Round round, Appended appended, Entry entry, Metadata metadata) {
    long id = appended.checkpointIds().get(0);
    Checkpoint checkpoint = new Checkpoint(id, id - 1, round.runId(), entry, metadata);
    Round after = entry instanceof AnswerGiven ? round : round.after(checkpoint);
    return new Committed(after, Cursor.of(id), Optional.ofNullable(appended.nextRun()));
  }

  /** Ends a run of which nothing is known but whose it is; the one that is to be claimed next. */
  Future<Optional<UUID>> unreadable(Lease lease, String answer) {
    AnswerGiven entry = new AnswerGiven(Outcome.FAILED, answer);
    return append(lease, NewCheckpoint.of(0, entry, Metadata.at(time.now())), null)
        .map(appended -> Optional.ofNullable(appended.nextRun()));
  }

  /** Gives a run back that is not finished here, for another planner to go on with. */
  Future<Released> release(Lease lease) {
    return bus.ask(Journal.RELEASE, new ReleaseRun(lease))
        .onFailure(failure -> LOG.warn("Run {} is not given back", lease.runId(), failure))
        .otherwise(new Released(false));
  }

  private Future<Appended> append(
      Round round, NewCheckpoint checkpoint, @Nullable Integer controls) {
    return append(round.lease(), checkpoint, controls);
  }

  private Future<Appended> append(
      Lease lease, NewCheckpoint checkpoint, @Nullable Integer controls) {
    RunStatus becomes = becomes(checkpoint.entry());
    Append append = new Append(lease, List.of(checkpoint), becomes, controls);
    return patience.untilAnswered(about(lease.runId()), () -> ask(append));
  }

  private static RunStatus becomes(Entry entry) {
    if (entry instanceof AnswerGiven answer) {
      return answer.outcome().status();
    }
    return entry instanceof ApprovalAsked ? RunStatus.PARKED : RunStatus.RUNNING;
  }

  private Future<Appended> ask(Append append) {
    Time.Moment asked = time.moment();
    return bus.ask(Journal.APPEND, append)
        .onSuccess(written -> tenure.confirm(append.lease(), asked));
  }

  /** Claims a run that waits; empty when it is over or somebody else's. */
  Future<Optional<Claim>> claim(ClaimRun claim) {
    return patience.untilAnswered(about(claim.runId()), () -> ask(claim));
  }

  /**
   * Claims a run whose owner is gone. Without patience: when the database comes back the owner may
   * come back with it.
   */
  Future<Optional<Claim>> takeOver(ClaimRun claim) {
    return ask(claim);
  }

  /**
   * The run as the journal has it now; fails as FENCED when it is not ours any more.
   *
   * @param heard the newest checkpoint that it is known to have
   */
  Future<Round> again(Round round, long heard) {
    return patience
        .untilAnswered(about(round.runId()), () -> confirmed(round.lease()))
        .map(claim -> claim.map(round::again).orElseThrow(RunJournal::fenced))
        .map(fresh -> fresh.upTo(heard));
  }

  /** Our claim, if it still holds. Asking for the same claim again changes nothing. */
  Future<Optional<Claim>> confirmed(Lease lease) {
    return ask(new ClaimRun(lease.runId(), lease.plannerId(), lease.epoch() - 1));
  }

  private Future<Optional<Claim>> ask(ClaimRun claim) {
    Time.Moment asked = time.moment();
    return bus.ask(Journal.CLAIM, claim)
        .map(RunClaimed::claim)
        .map(Optional::ofNullable)
        .onSuccess(answer -> answer.ifPresent(held -> tenure.confirm(held.lease(), asked)));
  }

  private static String about(UUID runId) {
    return "run " + runId;
  }

  private static Failure fenced() {
    return new Failure(FailureCode.FENCED, "The run has another owner by now.");
  }
}
