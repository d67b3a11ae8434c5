package notjarvis.gateway;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import notjarvis.action.Observation;
import notjarvis.bus.Bus;
import notjarvis.journal.Checkpoint;
import notjarvis.run.Cursor;
import notjarvis.run.LiveWords;
import notjarvis.run.Outcome;
import notjarvis.run.PlannerHealth;
import notjarvis.run.RunAccepted;
import notjarvis.run.RunAccepted.Reception;
import notjarvis.run.Runs;
import notjarvis.run.StartRun;

/** A planner on the bus that does what the test says. */
final class FakePlanner {
  private final Bus bus;
  private final FakeJournal journal;
  private final BlockingQueue<StartRun> asked = new LinkedBlockingQueue<>();
  private volatile Function<StartRun, Future<RunAccepted>> answer =
      question ->
          Future.succeededFuture(new RunAccepted(question.runId(), Cursor.of(1), Reception.BEGUN));

  private volatile PlannerHealth health = new PlannerHealth(true, "fine");

  FakePlanner(Bus bus, FakeJournal journal) {
    this.bus = bus;
    this.journal = journal;
  }

  void deploy() {
    Waiting.on(bus.answer(Runs.START, this::start).completion());
    Waiting.on(bus.answer(Runs.HEALTH, question -> Future.succeededFuture(health)).completion());
  }

  private Future<RunAccepted> start(StartRun question) {
    journal.begin(question.runId(), question.thread(), question.goal());
    asked.add(question);
    return answer.apply(question);
  }

  /** Answers every later goal like this. */
  void answers(Function<StartRun, Future<RunAccepted>> how) {
    answer = how;
  }

  /** Says this of itself from now on. */
  void is(PlannerHealth now) {
    health = now;
  }

  StartRun nextGoal() throws InterruptedException {
    StartRun next = asked.poll(Duration.ofSeconds(5).toMillis(), TimeUnit.MILLISECONDS);
    if (next == null) {
      throw new AssertionError("no goal came");
    }
    return next;
  }

  /** Tells words, and has the journal tell checkpoints. */
  void tell(Record... happened) {
    for (Record each : happened) {
      if (each instanceof Checkpoint checkpoint) {
        journal.commit(checkpoint);
      } else {
        bus.publish(Runs.WORDS, (LiveWords) each);
      }
    }
  }

  static LiveWords words(UUID run, int step, int offset, String text) {
    return new LiveWords(run, run + ":" + step, offset, text);
  }

  static Checkpoint planned(UUID run, long checkpoint, int step, String say) {
    return FakeJournal.checkpoint(run, checkpoint, Entries.planned(run, step, say));
  }

  static Checkpoint refused(UUID run, long checkpoint, int step, String say, String why) {
    return FakeJournal.checkpoint(run, checkpoint, Entries.refused(run, step, say, why));
  }

  static Checkpoint observed(UUID run, long checkpoint, int step, Observation observation) {
    return FakeJournal.checkpoint(run, checkpoint, Entries.observed(step, observation));
  }

  static Checkpoint finished(UUID run, long checkpoint, String answer) {
    return FakeJournal.checkpoint(run, checkpoint, Entries.ended(Outcome.FINISHED, answer));
  }

  static Checkpoint failed(UUID run, long checkpoint, String answer) {
    return FakeJournal.checkpoint(run, checkpoint, Entries.ended(Outcome.FAILED, answer));
  }
}
