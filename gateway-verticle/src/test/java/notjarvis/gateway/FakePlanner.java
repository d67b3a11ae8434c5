package notjarvis.gateway;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import notjarvis.action.Action;
import notjarvis.action.Effect;
import notjarvis.action.Observation;
import notjarvis.bus.Bus;
import notjarvis.run.Cursor;
import notjarvis.run.Outcome;
import notjarvis.run.PlannerHealth;
import notjarvis.run.RunAccepted;
import notjarvis.run.RunAccepted.Reception;
import notjarvis.run.RunEvent;
import notjarvis.run.Runs;
import notjarvis.run.StartRun;

/** A planner on the bus that does what the test says. */
final class FakePlanner {
  private final Bus bus;
  private final BlockingQueue<StartRun> asked = new LinkedBlockingQueue<>();
  private volatile Function<StartRun, Future<RunAccepted>> answer =
      question ->
          Future.succeededFuture(new RunAccepted(question.runId(), Cursor.of(1), Reception.BEGUN));

  private volatile PlannerHealth health = new PlannerHealth(true, "fine");

  FakePlanner(Bus bus) {
    this.bus = bus;
  }

  void deploy() {
    Waiting.on(bus.answer(Runs.START, this::start).completion());
    Waiting.on(bus.answer(Runs.HEALTH, question -> Future.succeededFuture(health)).completion());
  }

  private Future<RunAccepted> start(StartRun question) {
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

  void tell(RunEvent... events) {
    for (RunEvent event : events) {
      bus.publish(Runs.EVENTS, event);
    }
  }

  static RunEvent words(UUID run, int step, int offset, String text) {
    return new RunEvent.Words(run, run + ":" + step, offset, text);
  }

  static RunEvent planned(UUID run, long checkpoint, int step, String say) {
    return new RunEvent.StepPlanned(run, Cursor.of(checkpoint), step, say, action(run, step));
  }

  static RunEvent refused(UUID run, long checkpoint, int step, String say, String why) {
    return new RunEvent.StepRefused(run, Cursor.of(checkpoint), step, say, action(run, step), why);
  }

  static RunEvent observed(UUID run, long checkpoint, int step, Observation observation) {
    return new RunEvent.StepObserved(run, Cursor.of(checkpoint), step, observation);
  }

  static RunEvent finished(UUID run, long checkpoint, int step, String answer) {
    return new RunEvent.RunEnded(
        run, Cursor.of(checkpoint), Outcome.FINISHED, run + ":" + step, answer);
  }

  static RunEvent failed(UUID run, long checkpoint, int step, String answer) {
    return new RunEvent.RunEnded(
        run, Cursor.of(checkpoint), Outcome.FAILED, run + ":" + step, answer);
  }

  private static Action action(UUID run, int step) {
    return new Action(run + ":" + step, "search", Map.of("query", "mit"), Effect.PURE);
  }
}
