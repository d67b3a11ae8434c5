package notjarvis.planner.run;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.HashSet;
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

  private final String plannerId;
  private final RunJournal journal;
  private final Attention attention;
  private final Tenure tenure;
  private final ExecutorDirectory executors;
  private final Function<Claim, Future<Optional<UUID>>> loop;
  private final BooleanSupplier closing;
  private final Set<UUID> underWay = new HashSet<>();
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
    if (!closing.getAsBoolean() && !underWay.contains(runId)) {
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
    return !closing.getAsBoolean() && executors.isSettled() && !underWay.contains(runId);
  }

  private void follow(UUID runId, Future<Optional<Claim>> claimed) {
    underWay.add(runId);
    attention.begin(runId);
    claimed
        .compose(claim -> claim.map(loop).orElse(Future.succeededFuture(Optional.empty())))
        .otherwise(failure -> lost(runId, failure))
        .onSuccess(next -> over(runId, next));
  }

  private static Optional<UUID> lost(UUID runId, Throwable failure) {
    LOG.error("Run {} could not be worked on", runId, failure);
    return Optional.empty();
  }

  private void over(UUID runId, Optional<UUID> next) {
    underWay.remove(runId);
    forgetUnlessKnown(runId);
    next.ifPresent(this::pickUp);
    completeWhenIdle();
  }

  /** Completes when nothing is under way any more, once nothing more is taken on. */
  Future<Void> idle() {
    completeWhenIdle();
    return idle.future();
  }

  private void completeWhenIdle() {
    if (closing.getAsBoolean() && underWay.isEmpty()) {
      idle.tryComplete();
    }
  }
}
