package notjarvis.planner;

import io.vertx.core.Future;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import notjarvis.journal.RunClaimed;
import notjarvis.thread.ThreadKey;
import org.jspecify.annotations.Nullable;

/** A journal in memory that numbers, fences and remembers as the real one does. */
final class FakeJournal {
  private final Bus bus;
  private final Map<ThreadKey, List<Checkpoint>> threads = new HashMap<>();
  private final Map<UUID, Run> runs = new LinkedHashMap<>();
  private final Map<String, Long> beats = new HashMap<>();
  private final Deque<Failure> appendFailures = new ArrayDeque<>();
  private final List<Registration> registrations = new ArrayList<>();
  private final Deque<Failure> claimFailures = new ArrayDeque<>();
  private final Deque<Future<?>> acceptedAfter = new ArrayDeque<>();
  private boolean losesReplies;
  private boolean losesClaims;
  private @Nullable Failure beatFailure;

  private static final class Run {
    final ThreadKey thread;
    final String goal;
    final Map<String, Long> written = new HashMap<>();
    @Nullable Lease lease;
    boolean over;

    Run(ThreadKey thread, String goal) {
      this.thread = thread;
      this.goal = goal;
    }
  }

  FakeJournal(Bus bus) {
    this.bus = bus;
    open();
  }

  void open() {
    registrations.add(bus.answer(Journal.ACCEPT, this::accept));
    registrations.add(bus.answer(Journal.CLAIM, this::claim));
    registrations.add(bus.answer(Journal.APPEND, this::append));
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
    Run run = run(runId);
    Lease before = Objects.requireNonNull(run.lease);
    run.lease = new Lease(runId, run.thread, "another-planner", before.epoch() + 1);
  }

  /** A run of a planner that stopped beating, after these entries. */
  synchronized void leaveBehind(UUID runId, ThreadKey thread, String goal, Entry... entries) {
    Run run = new Run(thread, goal);
    run.lease = new Lease(runId, thread, "gone-planner", 1);
    runs.put(runId, run);
    write(runId, new Entry.GoalGiven(goal), Metadata.at(Workshop.THEN));
    List.of(entries).forEach(entry -> write(runId, entry, Metadata.at(Workshop.THEN)));
    beats.put("gone-planner", 7L);
  }

  /** A run whose turn it is and that no planner has claimed. */
  synchronized void leaveAdrift(UUID runId, ThreadKey thread, String goal) {
    runs.put(runId, new Run(thread, goal));
    write(runId, new Entry.GoalGiven(goal), Metadata.at(Workshop.THEN));
  }

  synchronized List<Checkpoint> checkpoints(UUID runId) {
    return thread(run(runId).thread).stream().filter(c -> c.runId().equals(runId)).toList();
  }

  synchronized List<Entry> entries(UUID runId) {
    return checkpoints(runId).stream().map(Checkpoint::entry).toList();
  }

  synchronized boolean isUnknown(UUID runId) {
    return !runs.containsKey(runId);
  }

  synchronized boolean isOver(UUID runId) {
    return run(runId).over;
  }

  synchronized @Nullable Lease lease(UUID runId) {
    return run(runId).lease;
  }

  synchronized long beatsOf(String plannerId) {
    return beats.getOrDefault(plannerId, 0L);
  }

  private synchronized Future<GoalAccepted> accept(AcceptGoal goal) {
    Run known = runs.get(goal.runId());
    if (known == null) {
      runs.put(goal.runId(), new Run(goal.thread(), goal.start().goal()));
      write(goal.runId(), new Entry.GoalGiven(goal.start().goal()), goal.metadata());
    }
    long first = checkpoints(goal.runId()).get(0).checkpointId();
    GoalAccepted accepted = accepted(first, run(goal.runId()), goal);
    Future<?> moment = acceptedAfter.poll();
    return moment == null ? Future.succeededFuture(accepted) : moment.map(any -> accepted);
  }

  private GoalAccepted accepted(long first, Run run, AcceptGoal goal) {
    Claim claim = claimed(goal.runId(), goal.plannerId());
    if (claim != null) {
      return new GoalAccepted.Claimed(goal.runId(), first, claim);
    }
    UUID runId = goal.runId();
    return run.over || run.lease != null
        ? new GoalAccepted.Known(runId, first)
        : new GoalAccepted.Waiting(runId, first);
  }

  private @Nullable Claim claimed(UUID runId, String plannerId) {
    Run run = run(runId);
    Lease lease = run.lease;
    boolean mine = lease != null && lease.plannerId().equals(plannerId);
    if (run.over || (!mine && (lease != null || isBusy(run.thread)))) {
      return null;
    }
    return granted(runId, run, plannerId, lease == null ? 1 : lease.epoch());
  }

  private boolean isBusy(ThreadKey thread) {
    return runs.values().stream()
        .anyMatch(run -> run.thread.equals(thread) && !run.over && run.lease != null);
  }

  private Claim granted(UUID runId, Run run, String plannerId, long epoch) {
    Lease lease = new Lease(runId, run.thread, plannerId, epoch);
    run.lease = lease;
    return new Claim(lease, run.goal, thread(run.thread));
  }

  private synchronized Future<RunClaimed> claim(ClaimRun asked) {
    Failure failure = claimFailures.poll();
    if (failure != null) {
      return Future.failedFuture(failure);
    }
    Run run = run(asked.runId());
    Lease lease = run.lease;
    Long epoch = asked.takenFromEpoch();
    if (epoch == null) {
      return Future.succeededFuture(new RunClaimed(claimed(asked.runId(), asked.plannerId())));
    }
    boolean still = !run.over && lease != null && lease.epoch() == epoch;
    Claim claim = still ? granted(asked.runId(), run, asked.plannerId(), epoch + 1) : null;
    if (losesClaims) {
      losesClaims = false;
      return Future.failedFuture(new Failure(FailureCode.TIMEOUT, "No answer came in time."));
    }
    return Future.succeededFuture(new RunClaimed(claim));
  }

  private synchronized Future<Appended> append(Append append) {
    Failure failure = appendFailures.poll();
    if (failure != null) {
      return Future.failedFuture(failure);
    }
    Run run = run(append.lease().runId());
    if (!append.lease().equals(run.lease)) {
      return Future.failedFuture(new Failure(FailureCode.FENCED, "The run has another owner."));
    }
    List<Long> ids = append.checkpoints().stream().map(c -> written(append.lease(), c)).toList();
    run.over = run.over || append.becomes().isOver();
    if (losesReplies) {
      losesReplies = false;
      return Future.failedFuture(new Failure(FailureCode.TIMEOUT, "No answer came in time."));
    }
    return Future.succeededFuture(Appended.written(ids, run.over ? waitingIn(run.thread) : null));
  }

  private long written(Lease lease, NewCheckpoint checkpoint) {
    return run(lease.runId())
        .written
        .computeIfAbsent(
            checkpoint.appendKey(),
            key -> write(lease.runId(), checkpoint.entry(), checkpoint.metadata()));
  }

  private @Nullable UUID waitingIn(ThreadKey thread) {
    return runs.entrySet().stream()
        .filter(each -> each.getValue().thread.equals(thread))
        .filter(each -> each.getValue().lease == null && !each.getValue().over)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  private synchronized Future<Beats> beat(Beat beat) {
    Failure failure = beatFailure;
    if (failure != null) {
      return Future.failedFuture(failure);
    }
    beats.merge(beat.plannerId(), 1L, Long::sum);
    List<Lease> leases =
        runs.values().stream()
            .filter(run -> !run.over)
            .map(run -> run.lease)
            .filter(Objects::nonNull)
            .toList();
    return Future.succeededFuture(
        new Beats(
            leases.stream()
                .filter(lease -> !lease.plannerId().equals(beat.plannerId()))
                .map(lease -> new Beats.OwnedRun(lease, beatsOf(lease.plannerId())))
                .toList(),
            adrift(),
            leases.stream().filter(lease -> lease.plannerId().equals(beat.plannerId())).toList()));
  }

  private List<UUID> adrift() {
    return runs.values().stream()
        .map(run -> run.thread)
        .distinct()
        .filter(thread -> !isBusy(thread))
        .map(this::waitingIn)
        .filter(Objects::nonNull)
        .toList();
  }

  private long write(UUID runId, Entry entry, Metadata metadata) {
    List<Checkpoint> thread = threads.computeIfAbsent(run(runId).thread, key -> new ArrayList<>());
    long id = thread.size() + 1L;
    thread.add(new Checkpoint(id, id == 1 ? null : id - 1, runId, entry, metadata));
    return id;
  }

  private List<Checkpoint> thread(ThreadKey thread) {
    return List.copyOf(threads.getOrDefault(thread, List.of()));
  }

  private Run run(UUID runId) {
    return Objects.requireNonNull(runs.get(runId), "no such run");
  }
}
