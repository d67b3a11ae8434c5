package notjarvis.planner.run;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.UUID;
import notjarvis.bus.Bus;
import notjarvis.bus.Channel;
import notjarvis.config.Settings;
import notjarvis.failure.Failure;
import notjarvis.journal.AcceptGoal;
import notjarvis.journal.Committed;
import notjarvis.journal.Journal;
import notjarvis.journal.Metadata;
import notjarvis.planner.brain.Brain;
import notjarvis.run.CheckPlanner;
import notjarvis.run.PlannerHealth;
import notjarvis.run.RunAccepted;
import notjarvis.run.RunStatus;
import notjarvis.run.Runs;
import notjarvis.run.StartRun;

/**
 * Takes goals on and sees to it that somebody works on each run: on those that begin here, on those
 * that waited for one of them or for a person's answer, and on those whose owner is gone or does
 * not know of them.
 */
public final class RunDesk {
  private final Vertx vertx;
  private final Bus bus;
  private final Pace pace;
  private final Workplace place;
  private final Workload workload;
  private final Heartbeat heartbeat;
  private final Acceptance acceptance;
  private boolean closing;

  /** A desk of its own identity; to be made on the context that it will work on. */
  public RunDesk(Vertx vertx, Bus bus, Settings.Planner settings, Brain brain, Pace pace) {
    this.vertx = vertx;
    this.bus = bus;
    this.pace = pace;
    this.place = new Workplace(vertx, bus, UUID.randomUUID().toString(), settings, pace);
    Deliberation deliberation = new Deliberation(vertx, brain, pace.decision());
    RunLoop loop = new RunLoop(place, deliberation, this::closing);
    this.workload = new Workload(place, loop::work, this::closing);
    // the answer goes out first, the work comes after it
    this.acceptance =
        new Acceptance(claim -> vertx.runOnContext(answered -> workload.begin(claim)));
    OwnerWatch watch = new OwnerWatch(place.time(), pace.ownerGone(), workload::isKnown);
    Neighbours neighbours = new Neighbours(bus);
    Vigil vigil = new Vigil(watch, neighbours, workload, place.tenure(), place.attention());
    this.heartbeat = new Heartbeat(vertx, bus, place.time(), place.plannerId(), pace.beat(), vigil);
  }

  private boolean closing() {
    return closing;
  }

  /** Begins to beat, to listen to executors and to answer at {@link Runs}. */
  public Future<Void> open() {
    heartbeat.start();
    return place
        .executors()
        .open(place.plannerId())
        .compose(listening -> place.hop().open())
        .compose(listening -> bus.listen(Journal.COMMITTED, this::hear).completion())
        .compose(listening -> bus.answer(Runs.START, this::start).completion())
        .compose(answering -> bus.answer(Runs.HEALTH, question -> health()).completion())
        .compose(answering -> bus.answer(ownHealth(), question -> health()).completion());
  }

  private Channel<CheckPlanner, PlannerHealth> ownHealth() {
    return Runs.HEALTH.of(place.plannerId());
  }

  private Future<PlannerHealth> health() {
    String detail =
        closing
            ? "Not-Jarvis is stopping."
            : "Actions on offer: " + place.executors().catalogue().size() + ".";
    return Future.succeededFuture(new PlannerHealth(!closing, detail));
  }

  /** What was said to a run may make it claimable: it was parked, and nobody owned it. */
  private void hear(Committed committed) {
    place.attention().hear(committed);
    boolean said = Attention.newestControl(committed) > 0;
    if (said && committed.status() == RunStatus.ACCEPTED) {
      workload.pickUp(committed.runId());
    }
  }

  private Future<RunAccepted> start(StartRun start) {
    if (closing) {
      return Future.failedFuture(
          Failure.unavailable("Not-Jarvis is stopping. Try again in a moment."));
    }
    Optional<String> fault = StartCheck.fault(start);
    if (fault.isPresent()) {
      return Future.failedFuture(Failure.badRequest(fault.get()));
    }
    Metadata metadata = Metadata.at(place.time().now());
    workload.accepting(start.runId());
    return bus.ask(Journal.ACCEPT, new AcceptGoal(start, place.plannerId(), metadata))
        .map(accepted -> accepted.fold(acceptance))
        .onComplete(answered -> vertx.runOnContext(later -> workload.accepted(start.runId())));
  }

  /** Takes on nothing new, gives what is under way a few seconds to end, and the rest back. */
  public Future<?> close() {
    closing = true;
    Promise<Void> over = Promise.promise();
    workload.idle().onSuccess(over::tryComplete);
    vertx.setTimer(pace.grace().toMillis(), late -> over.tryComplete());
    return over.future().compose(done -> workload.handOver());
  }
}
