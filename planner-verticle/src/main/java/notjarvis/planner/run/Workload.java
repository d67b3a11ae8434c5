package notjarvis.planner.run;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import notjarvis.journal.Claim;
import notjarvis.journal.ClaimRun;
import notjarvis.journal.Lease;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The runs that are worked on here: those that begin here, and those that are claimed. */
final class Workload {
  private static final Logger LOG = LoggerFactory.getLogger(Workload.class);

  /** More runs than these are left to others, or to wait until there is room. */
  private static final int MOST_RUNS = 200;

  private final String plannerId;
  private final RunJournal journal;
  private final Attention attention;
  private final Tenure tenure;
  private final ExecutorDirectory executors;
  private final Function<Claim, Future<Optional<UUID>>> loop;
  private final BooleanSupplier closing;
  private final Setbacks setbacks;
  private final Set<UUID> underWay = new HashSet<>();
  private final Map<UUID, Lease> held = new HashMap<>();
  private final Set<UUID> beingAccepted = new HashSet<>();
  private final Promise<Void> idle = Promise.promise();

  /**
   * Nothing to do yet.
   *
   * @param loop works on a run that is ours; tells which one is to be claimed next
   * @param closing whether nothing more is taken on
   */
  Workload(Workplace place, Function<Claim, Future<Optional<UUID>>> loop, BooleanSupplier closing) {
    this.plannerId = place.plannerId();
    this.journal = place.journal();
    this.attention = place.attention();
    this.tenure = place.tenure();
    this.executors = place.executors();
    this.setbacks = new Setbacks(place.time());
    this.loop = loop;
    this.closing = closing;
  }

  /** Whether a run is worked on here, or asked for. */
  boolean isKnown(UUID runId) {
    return underWay.contains(runId) || beingAccepted.contains(runId);
  }

  /** A goal is handed to the journal; what is said to its run meanwhile is heard. */
  void accepting(UUID runId) {
    beingAccepted.add(runId);
    attention.begin(runId);
  }

  /** The journal has answered, or has not. */
  void accepted(UUID runId) {
    beingAccepted.remove(runId);
    forgetUnlessKnown(runId);
  }

  private void forgetUnlessKnown(UUID runId) {
    if (!isKnown(runId)) {
      attention.end(runId);
      tenure.forget(runId);
    }
  }

  /** Asking twice for the same run begins it once. */
  void begin(Claim claim) {
    UUID runId = claim.lease().runId();
    if (underWay.contains(runId)) {
      return;
    }
    if (closing.getAsBoolean() || isFull()) {
      journal.release(claim.lease());
    } else {
      follow(runId, Future.succeededFuture(Optional.of(claim)));
    }
  }

  /** Goes on with a run whose owner is gone, or is us without our knowing. */
  void takeOver(Lease orphaned) {
    UUID runId = orphaned.runId();
    if (takesOn(runId)) {
      LOG.info("The owner {} of run {} is gone or never knew of it", orphaned.plannerId(), runId);
      follow(runId, journal.takeOver(new ClaimRun(runId, plannerId, orphaned.epoch())));
    }
  }

  /** Claims a run whose turn it is. While closing, it is left adrift for the next planner. */
  void pickUp(UUID waiting) {
    if (takesOn(waiting)) {
      follow(waiting, journal.claim(new ClaimRun(waiting, plannerId, null)));
    }
  }

  /** Without the executors that it may need a run would go astray. */
  private boolean takesOn(UUID runId) {
    return !closing.getAsBoolean()
        && !isFull()
        && executors.isSettled()
        && !underWay.contains(runId)
        && !setbacks.pauses(runId);
  }

  private boolean isFull() {
    return underWay.size() >= MOST_RUNS;
  }

  private void follow(UUID runId, Future<Optional<Claim>> claimed) {
    underWay.add(runId);
    attention.begin(runId);
    claimed
        .compose(claim -> claim.map(this::work).orElse(Future.succeededFuture(Optional.empty())))
        .otherwise(failure -> lost(runId, failure))
        .onSuccess(next -> over(runId, next));
  }

  private Future<Optional<UUID>> work(Claim claim) {
    Lease lease = claim.lease();
    held.put(lease.runId(), lease);
    return loop.apply(claim).onSuccess(over -> setbacks.forget(lease.runId()));
  }

  private Optional<UUID> lost(UUID runId, Throwable failure) {
    if (Patience.passes(failure)) {
      LOG.warn("Run {} could not be claimed: {}", runId, failure.getMessage());
    } else if (setbacks.add(runId)) {
      LOG.error("Run {} could not be worked on; it is tried again now and then", runId, failure);
    }
    return Optional.empty();
  }

  private void over(UUID runId, Optional<UUID> next) {
    underWay.remove(runId);
    held.remove(runId);
    forgetUnlessKnown(runId);
    next.ifPresent(this::pickUp);
    completeWhenIdle();
  }

  /** Completes when nothing is under way any more, once nothing more is taken on. */
  Future<Void> idle() {
    completeWhenIdle();
    return idle.future();
  }

  /** Gives back what is still under way, once nothing more is taken on. */
  Future<?> handOver() {
    List<Lease> left = List.copyOf(held.values());
    left.forEach(lease -> tenure.forget(lease.runId()));
    return Future.join(left.stream().map(journal::release).toList());
  }

  private void completeWhenIdle() {
    if (closing.getAsBoolean() && underWay.isEmpty()) {
      idle.tryComplete();
    }
  }
}
