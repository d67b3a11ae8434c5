package notjarvis.planner.run;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import notjarvis.bus.Bus;
import notjarvis.failure.Failure;
import notjarvis.journal.AcceptGoal;
import notjarvis.journal.Claim;
import notjarvis.journal.ClaimRun;
import notjarvis.journal.Journal;
import notjarvis.journal.Lease;
import notjarvis.journal.Metadata;
import notjarvis.planner.brain.Brain;
import notjarvis.run.PlannerHealth;
import notjarvis.run.RunAccepted;
import notjarvis.run.Runs;
import notjarvis.run.StartRun;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes goals on and sees to it that somebody works on each run: on those that begin here, on those
 * that waited for one of them, and on those whose owner is gone or does not know of them.
 */
public final class RunDesk {
  private static final Logger LOG = LoggerFactory.getLogger(RunDesk.class);

  private final Vertx vertx;
  private final Bus bus;
  private final Pace pace;
  private final Time time = Time.real();
  private final String plannerId = UUID.randomUUID().toString();
  private final ExecutorDirectory executors;
  private final Hop hop;
  private final RunJournal journal;
  private final RunLoop loop;
  private final Heartbeat heartbeat;
  private final Acceptance acceptance;
  private final Set<UUID> underWay = new HashSet<>();
  private final Set<UUID> beingAccepted = new HashSet<>();
  private final Promise<Void> idle = Promise.promise();
  private boolean closing;

  /**
   * A desk of its own identity; to be made on the context that it will work on.
   *
   * @param stepLimit how many actions a run may take
   */
  public RunDesk(Vertx vertx, Bus bus, int stepLimit, Brain brain, Pace pace) {
    this.vertx = vertx;
    this.bus = bus;
    this.pace = pace;
    this.executors = new ExecutorDirectory(bus, time, pace.executorGone());
    this.hop = new Hop(bus, plannerId);
    this.journal = new RunJournal(vertx, bus, pace);
    Deliberation deliberation = new Deliberation(vertx, brain, pace.decision());
    this.loop =
        new RunLoop(bus, hop, time, stepLimit, journal, executors, deliberation, this::closing);
    // the answer goes out first, the work comes after it
    this.acceptance = new Acceptance(claim -> vertx.runOnContext(answered -> begin(claim)));
    OwnerWatch watch = new OwnerWatch(time, pace.ownerGone(), this::isKnown);
    this.heartbeat =
        new Heartbeat(vertx, bus, plannerId, pace.beat(), watch, this::takeOver, this::pickUp);
  }

  private boolean isKnown(UUID runId) {
    return underWay.contains(runId) || beingAccepted.contains(runId);
  }

  private boolean closing() {
    return closing;
  }

  /** Begins to beat, to listen to executors and to answer at {@link Runs}. */
  public Future<Void> open() {
    heartbeat.start();
    return executors
        .open(plannerId)
        .compose(listening -> hop.open())
        .compose(listening -> bus.answer(Runs.START, this::start).completion())
        .compose(answering -> bus.answer(Runs.HEALTH, question -> health()).completion());
  }

  private Future<PlannerHealth> health() {
    String detail =
        closing
            ? "Not-Jarvis is stopping."
            : "Actions on offer: " + executors.catalogue().size() + ".";
    return Future.succeededFuture(new PlannerHealth(!closing, detail));
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
    Metadata metadata = Metadata.at(time.now());
    beingAccepted.add(start.runId());
    return bus.ask(Journal.ACCEPT, new AcceptGoal(start, plannerId, metadata))
        .onComplete(answered -> beingAccepted.remove(start.runId()))
        .map(accepted -> accepted.fold(acceptance));
  }

  /** Asking twice for the same run begins it once. */
  private void begin(Claim claim) {
    UUID runId = claim.lease().runId();
    if (!closing && !underWay.contains(runId)) {
      follow(runId, Future.succeededFuture(Optional.of(claim)), loop::work);
    }
  }

  private void takeOver(Lease orphaned) {
    UUID runId = orphaned.runId();
    if (!closing && !underWay.contains(runId)) {
      LOG.info("The owner {} of run {} is gone or never knew of it", orphaned.plannerId(), runId);
      ClaimRun claim = new ClaimRun(runId, plannerId, orphaned.epoch());
      follow(runId, journal.takeOver(claim), loop::breakOff);
    }
  }

  /** While closing, what waits is left adrift: the next planner finds it by its first beat. */
  private void pickUp(UUID waiting) {
    if (!closing && !underWay.contains(waiting)) {
      claimNext(waiting);
    }
  }

  private void claimNext(UUID runId) {
    follow(runId, journal.claim(new ClaimRun(runId, plannerId, null)), loop::work);
  }

  private void follow(
      UUID runId, Future<Optional<Claim>> claimed, Function<Claim, Future<Optional<UUID>>> work) {
    underWay.add(runId);
    claimed
        .compose(claim -> claim.map(work).orElse(Future.succeededFuture(Optional.empty())))
        .otherwise(failure -> lost(runId, failure))
        .onSuccess(next -> over(runId, next));
  }

  private static Optional<UUID> lost(UUID runId, Throwable failure) {
    LOG.error("Run {} could not be worked on", runId, failure);
    return Optional.empty();
  }

  private void over(UUID runId, Optional<UUID> next) {
    underWay.remove(runId);
    next.ifPresent(this::pickUp);
    completeWhenIdle();
  }

  private void completeWhenIdle() {
    if (closing && underWay.isEmpty()) {
      idle.tryComplete();
    }
  }

  /** Takes on nothing new, and gives what is under way a few seconds to end. */
  public Future<Void> close() {
    closing = true;
    completeWhenIdle();
    vertx.setTimer(pace.grace().toMillis(), late -> idle.tryComplete());
    return idle.future();
  }
}
