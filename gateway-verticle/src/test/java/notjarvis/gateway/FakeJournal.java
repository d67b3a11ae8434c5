package notjarvis.gateway;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import notjarvis.bus.Bus;
import notjarvis.failure.Failure;
import notjarvis.failure.FailureCode;
import notjarvis.history.Histories;
import notjarvis.history.ReadRun;
import notjarvis.history.RunHistory;
import notjarvis.history.RunView;
import notjarvis.journal.Checkpoint;
import notjarvis.journal.Committed;
import notjarvis.journal.Entry;
import notjarvis.journal.Journal;
import notjarvis.journal.Metadata;
import notjarvis.journal.Usage;
import notjarvis.run.RunStatus;
import notjarvis.thread.ThreadKey;
import org.jspecify.annotations.Nullable;

/** A journal on the bus that holds what the test says, and tells or keeps quiet about it. */
final class FakeJournal {
  static final Instant AT = Instant.parse("2026-11-22T10:15:30Z");

  private final Bus bus;
  private final Map<UUID, Kept> runs = new ConcurrentHashMap<>();
  final List<ReadRun> asked = new CopyOnWriteArrayList<>();
  private volatile UnaryOperator<Future<RunHistory>> answer = UnaryOperator.identity();

  FakeJournal(Bus bus) {
    this.bus = bus;
  }

  void deploy() {
    Waiting.on(bus.answer(Histories.RUN, this::read).completion());
  }

  /** Makes something else of every later answer. */
  void answers(UnaryOperator<Future<RunHistory>> how) {
    answer = how;
  }

  /** A run begins with its goal, as the checkpoint 1. */
  void begin(UUID run, ThreadKey thread, String goal) {
    if (runs.putIfAbsent(run, new Kept(thread, goal, new ArrayList<>())) == null) {
      commit(checkpoint(run, 1, new Entry.GoalGiven(goal)));
    }
  }

  /** Writes checkpoints of one run and tells of it. */
  void commit(Checkpoint... checkpoints) {
    bus.publish(Journal.COMMITTED, write(checkpoints));
  }

  /** Writes checkpoints of one run, of which nobody is told. */
  Committed write(Checkpoint... checkpoints) {
    return kept(checkpoints[0].runId()).write(Arrays.asList(checkpoints));
  }

  static Checkpoint checkpoint(UUID run, long id, Entry entry) {
    return new Checkpoint(id, id == 1 ? null : id - 1, run, entry, Metadata.at(AT));
  }

  private Future<RunHistory> read(ReadRun question) {
    asked.add(question);
    @Nullable Kept kept = runs.get(question.runId());
    return answer.apply(
        kept != null && kept.thread.ownerId().equals(question.ownerId())
            ? Future.succeededFuture(kept.after(question))
            : Future.failedFuture(new Failure(FailureCode.NOT_FOUND, "There is no such run.")));
  }

  /** A run that was never begun here is one of another gateway. */
  private Kept kept(UUID run) {
    return runs.computeIfAbsent(
        run, id -> new Kept(ThreadKey.local("elsewhere"), "something", new ArrayList<>()));
  }

  private record Kept(ThreadKey thread, String goal, List<Checkpoint> checkpoints) {
    synchronized Committed write(List<Checkpoint> more) {
      long previous = last();
      checkpoints.addAll(more);
      return new Committed(thread, more.get(0).runId(), previous, more, status());
    }

    synchronized RunHistory after(ReadRun question) {
      return new RunHistory(
          new RunView(question.runId(), thread, goal, status(), 1, last(), Usage.NONE, AT, null),
          checkpoints.stream().filter(each -> each.checkpointId() > question.after()).toList());
    }

    private long last() {
      return checkpoints.isEmpty() ? 0 : checkpoints.get(checkpoints.size() - 1).checkpointId();
    }

    private RunStatus status() {
      Entry last = checkpoints.get(checkpoints.size() - 1).entry();
      if (last instanceof Entry.AnswerGiven answer) {
        return answer.outcome().status();
      }
      return last instanceof Entry.ApprovalAsked ? RunStatus.PARKED : RunStatus.RUNNING;
    }
  }
}
