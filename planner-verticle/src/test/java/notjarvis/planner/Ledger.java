package notjarvis.planner;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import notjarvis.bus.Bus;
import notjarvis.journal.Checkpoint;
import notjarvis.journal.Committed;
import notjarvis.journal.Entry;
import notjarvis.journal.Journal;
import notjarvis.journal.Metadata;
import notjarvis.journal.NewCheckpoint;
import notjarvis.journal.Node;
import notjarvis.run.RunStatus;
import notjarvis.thread.ThreadKey;
import org.jspecify.annotations.Nullable;

/** Threads and runs in memory; tells of every commit as the real journal does. */
final class Ledger {
  private final Bus bus;
  private final Map<ThreadKey, List<Checkpoint>> threads = new HashMap<>();
  private final Map<UUID, Run> runs = new LinkedHashMap<>();
  private boolean silent;

  /** A row of the table of runs. */
  static final class Run {
    final UUID runId;
    final ThreadKey thread;
    final String goal;
    final Map<String, Checkpoint> written = new HashMap<>();
    RunStatus status = RunStatus.ACCEPTED;
    @Nullable String owner;
    long epoch;
    int controls;

    private Run(UUID runId, ThreadKey thread, String goal) {
      this.runId = runId;
      this.thread = thread;
      this.goal = goal;
    }

    boolean isRunning() {
      return status == RunStatus.RUNNING;
    }

    void ownedBy(String planner) {
      status = RunStatus.RUNNING;
      owner = planner;
      epoch++;
    }
  }

  Ledger(Bus bus) {
    this.bus = bus;
  }

  Run run(UUID runId) {
    return Objects.requireNonNull(runs.get(runId), "no such run");
  }

  boolean isUnknown(UUID runId) {
    return !runs.containsKey(runId);
  }

  Stream<Run> runs() {
    return runs.values().stream();
  }

  Run add(UUID runId, ThreadKey thread, String goal) {
    Run run = new Run(runId, thread, goal);
    runs.put(runId, run);
    return run;
  }

  List<Checkpoint> thread(ThreadKey thread) {
    return List.copyOf(threads.getOrDefault(thread, List.of()));
  }

  List<Checkpoint> checkpoints(UUID runId) {
    return thread(run(runId).thread).stream().filter(c -> c.runId().equals(runId)).toList();
  }

  /** Whether another run of the thread is under way or comes before this one. */
  boolean hasToWait(Run run) {
    return runs()
        .filter(other -> other.thread.equals(run.thread) && other != run)
        .anyMatch(other -> other.isRunning() || isBefore(other, run));
  }

  private boolean isBefore(Run other, Run run) {
    List<UUID> order = List.copyOf(runs.keySet());
    return other.status == RunStatus.ACCEPTED
        && order.indexOf(other.runId) < order.indexOf(run.runId);
  }

  /** The run that is next in a thread where nothing runs. */
  @Nullable UUID next(ThreadKey thread) {
    return runs()
        .filter(run -> run.thread.equals(thread) && run.status == RunStatus.ACCEPTED)
        .filter(run -> !hasToWait(run))
        .map(run -> run.runId)
        .findFirst()
        .orElse(null);
  }

  /** Commits checkpoints, and tells of them. */
  List<Checkpoint> commit(Run run, List<NewCheckpoint> news, RunStatus becomes) {
    List<Checkpoint> before = checkpoints(run.runId);
    long previous = before.isEmpty() ? 0 : before.get(before.size() - 1).checkpointId();
    List<Checkpoint> written = news.stream().map(each -> write(run, each)).toList();
    run.status = becomes;
    if (!run.isRunning() && becomes == RunStatus.PARKED) {
      run.owner = null;
    }
    if (!silent) {
      bus.publish(
          Journal.COMMITTED, new Committed(run.thread, run.runId, previous, written, becomes));
    }
    return written;
  }

  /** What is told of a commit can get lost. */
  void silently(Runnable commit) {
    silent = true;
    commit.run();
    silent = false;
  }

  private Checkpoint write(Run run, NewCheckpoint news) {
    List<Checkpoint> thread = threads.computeIfAbsent(run.thread, key -> new ArrayList<>());
    long id = thread.size() + 1L;
    Checkpoint checkpoint =
        new Checkpoint(id, id == 1 ? null : id - 1, run.runId, news.entry(), news.metadata());
    thread.add(checkpoint);
    run.written.put(news.appendKey(), checkpoint);
    run.controls += news.entry().node() == Node.CONTROL ? 1 : 0;
    return checkpoint;
  }

  static NewCheckpoint goal(Run run, Metadata metadata) {
    return NewCheckpoint.of(0, new Entry.GoalGiven(run.goal), metadata);
  }
}
