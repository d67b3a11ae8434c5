package notjarvis.planner;

import io.vertx.core.Future;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import notjarvis.bus.Bus;
import notjarvis.bus.Registration;
import notjarvis.failure.Failure;
import notjarvis.failure.FailureCode;
import notjarvis.journal.AcceptGoal;
import notjarvis.journal.Append;
import notjarvis.journal.Appended;
import notjarvis.journal.Beat;
import notjarvis.journal.Beats;
import notjarvis.journal.Checkpoint;
import notjarvis.journal.Claim;
import notjarvis.journal.ClaimRun;
import notjarvis.journal.Entry;
import notjarvis.journal.GoalAccepted;
import notjarvis.journal.Journal;
import notjarvis.journal.Lease;
import notjarvis.journal.Metadata;
import notjarvis.journal.NewCheckpoint;
import notjarvis.journal.ReleaseRun;
import notjarvis.journal.Released;
import notjarvis.journal.RunClaimed;
import notjarvis.run.RunStatus;
import notjarvis.thread.ThreadKey;
import org.jspecify.annotations.Nullable;

/** A journal in memory that numbers, fences and remembers as the real one does. */
final class FakeJournal {
  final Fates fates = new Fates();
  private final Bus bus;
  private final Ledger ledger;
  private final Clerk clerk;
  private final Map<String, Long> beats = new HashMap<>();
  private final List<Registration> registrations = new ArrayList<>();
  private final Deque<Failure> appendFailures = new ArrayDeque<>();
  private final Deque<Failure> claimFailures = new ArrayDeque<>();
  private final Deque<Future<?>> acceptedAfter = new ArrayDeque<>();
  private @Nullable UUID broken;
  private @Nullable UUID empty;
  private int claimsOfBroken;
  private boolean losesReplies;
  private boolean losesClaims;
  private @Nullable Failure beatFailure;

  FakeJournal(Bus bus) {
    this.bus = bus;
    this.ledger = new Ledger(bus);
    this.clerk = new Clerk(ledger);
    open();
  }

  void open() {
    registrations.add(bus.answer(Journal.ACCEPT, this::accept));
    registrations.add(bus.answer(Journal.CLAIM, this::claim));
    registrations.add(bus.answer(Journal.APPEND, this::append));
    registrations.add(bus.answer(Journal.RELEASE, this::release));
    registrations.add(bus.answer(Journal.BEAT, this::beat));
  }

  /** As when the process of the real one is gone. */
  Future<?> close() {
    List<Registration> gone = List.copyOf(registrations);
    registrations.clear();
    return Future.all(gone.stream().map(Registration::close).toList());
  }

  synchronized void failNextAppends(int times, FailureCode code) {
    for (int i = 0; i < times; i++) {
      appendFailures.add(new Failure(code, "The database is away."));
    }
  }

  synchronized boolean hasFailedAsTold() {
    return appendFailures.isEmpty();
  }

  synchronized void failNextClaim() {
    claimFailures.add(Failure.unavailable("The database is away."));
  }

  /** The next append is committed, but its answer says that it was not in time. */
  synchronized void loseNextReply() {
    losesReplies = true;
  }

  /** The next goal is accepted, but its answer comes when this does, or is lost with it. */
  synchronized void answerNextGoalAfter(Future<?> moment) {
    acceptedAfter.add(moment);
  }

  /** The next claim is granted, but its answer is lost. */
  synchronized void loseNextClaim() {
    losesClaims = true;
  }

  synchronized void failBeats(@Nullable Failure failure) {
    beatFailure = failure;
  }

  /** Another planner has taken the run over. */
  synchronized void takeAway(UUID runId) {
    ledger.run(runId).ownedBy("another-planner");
  }

  /** A run of a planner that stopped beating, after these entries. */
  synchronized void leaveBehind(UUID runId, ThreadKey thread, String goal, Entry... entries) {
    Ledger.Run run = ledger.add(runId, thread, goal);
    run.ownedBy("gone-planner");
    List<NewCheckpoint> news = new ArrayList<>();
    news.add(Ledger.goal(run, Metadata.at(Workshop.THEN)));
    for (Entry entry : entries) {
      news.add(new NewCheckpoint("left/" + news.size(), entry, Metadata.at(Workshop.THEN)));
    }
    ledger.commit(run, news, RunStatus.RUNNING);
    beats.put("gone-planner", 7L);
  }

  /** A run whose turn it is and that no planner has claimed. */
  synchronized void leaveAdrift(UUID runId, ThreadKey thread, String goal) {
    Ledger.Run run = ledger.add(runId, thread, goal);
    ledger.commit(run, List.of(Ledger.goal(run, Metadata.at(Workshop.THEN))), RunStatus.ACCEPTED);
  }

  /** The person says something to a run; persistence writes it down without a lease. */
  synchronized void say(UUID runId, Entry control) {
    clerk.say(ledger.run(runId), control);
  }

  /** The same, and nobody is told of it. */
  synchronized void sayUnheard(UUID runId, Entry control) {
    ledger.silently(() -> say(runId, control));
  }

  synchronized List<Checkpoint> checkpoints(UUID runId) {
    return ledger.checkpoints(runId);
  }

  synchronized List<Entry> entries(UUID runId) {
    return checkpoints(runId).stream().map(Checkpoint::entry).toList();
  }

  synchronized boolean isUnknown(UUID runId) {
    return ledger.isUnknown(runId);
  }

  synchronized boolean isOver(UUID runId) {
    return ledger.run(runId).status.isOver();
  }

  synchronized RunStatus status(UUID runId) {
    return ledger.run(runId).status;
  }

  synchronized @Nullable Lease lease(UUID runId) {
    Ledger.Run run = ledger.run(runId);
    return run.owner == null ? null : new Lease(runId, run.thread, run.owner, run.epoch);
  }

  synchronized long beatsOf(String plannerId) {
    return beats.getOrDefault(plannerId, 0L);
  }

  private synchronized Future<GoalAccepted> accept(AcceptGoal goal) {
    Future<?> moment = acceptedAfter.poll();
    return fates.asks(
        goal.plannerId(),
        "accept",
        () -> {
          GoalAccepted accepted = clerk.accept(goal);
          return moment == null ? Future.succeededFuture(accepted) : moment.map(any -> accepted);
        });
  }

  private synchronized Future<RunClaimed> claim(ClaimRun asked) {
    Failure failure = claimFailures.poll();
    if (failure != null) {
      return Future.failedFuture(failure);
    }
    return fates.asks(asked.plannerId(), "claim", () -> claimed(asked));
  }

  private synchronized Future<Released> release(ReleaseRun given) {
    return fates.isDead(given.lease().plannerId())
        ? Future.failedFuture(Failure.unavailable("away")) // nobody waits for the dead
        : released(given.lease());
  }

  private Future<Released> released(Lease lease) {
    Ledger.Run run = ledger.run(lease.runId());
    boolean held = run.isRunning() && lease.equals(lease(lease.runId()));
    if (held) {
      run.status = RunStatus.ACCEPTED;
    }
    return Future.succeededFuture(new Released(held));
  }

  /** Nobody can claim the run, for a reason that does not pass. */
  synchronized void breakClaims(UUID runId) {
    broken = runId;
  }

  /** Claims of the run do not say what it is about. */
  synchronized void emptyClaims(UUID runId) {
    empty = runId;
  }

  synchronized int claimsOfBroken() {
    return claimsOfBroken;
  }

  private Future<RunClaimed> claimed(ClaimRun asked) {
    if (asked.runId().equals(broken)) {
      claimsOfBroken++;
      return Future.failedFuture(new Failure(FailureCode.INTERNAL, "It cannot be read."));
    }
    RunClaimed answer = clerk.claim(asked);
    Claim claim = answer.claim();
    if (asked.runId().equals(empty) && claim != null) {
      return Future.succeededFuture(
          new RunClaimed(new Claim(claim.lease(), claim.goal(), List.of())));
    }
    if (losesClaims && asked.takenFromEpoch() != null) {
      losesClaims = false;
      return Future.failedFuture(new Failure(FailureCode.TIMEOUT, "No answer came in time."));
    }
    return Future.succeededFuture(answer);
  }

  private synchronized Future<Appended> append(Append append) {
    Failure failure = appendFailures.poll();
    if (failure != null) {
      return Future.failedFuture(failure);
    }
    String point = append.checkpoints().get(0).appendKey();
    return fates.asks(append.lease().plannerId(), point, () -> appended(append));
  }

  private Future<Appended> appended(Append append) {
    Future<Appended> answer = clerk.append(append);
    if (losesReplies) {
      losesReplies = false;
      return Future.failedFuture(new Failure(FailureCode.TIMEOUT, "No answer came in time."));
    }
    return answer;
  }

  private synchronized Future<Beats> beat(Beat beat) {
    Failure failure = beatFailure;
    return failure != null
        ? Future.failedFuture(failure)
        : fates.asks(beat.plannerId(), "beat", () -> counted(beat.plannerId()));
  }

  private Future<Beats> counted(String planner) {
    beats.merge(planner, 1L, Long::sum);
    List<Lease> leases =
        ledger
            .runs()
            .filter(Ledger.Run::isRunning)
            .map(run -> lease(run.runId))
            .filter(Objects::nonNull)
            .toList();
    return Future.succeededFuture(
        new Beats(
            leases.stream()
                .filter(lease -> !lease.plannerId().equals(planner))
                .map(lease -> new Beats.OwnedRun(lease, beatsOf(lease.plannerId())))
                .toList(),
            clerk.adrift(),
            leases.stream()
                .filter(lease -> lease.plannerId().equals(planner))
                .map(lease -> new Beats.Held(lease, ledger.run(lease.runId()).controls))
                .toList()));
  }
}
