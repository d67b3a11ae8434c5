package notjarvis.executor.effect;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import notjarvis.action.Action;
import notjarvis.action.Effect;
import notjarvis.action.ExecuteAction;
import notjarvis.action.Observation;
import notjarvis.failure.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that what leaves a trace in the world happens at most once, and that nothing is said
 * of it that is not known. For one action id at a time: whoever calls keeps twins apart.
 */
public final class Effects {
  private static final Logger LOG = LoggerFactory.getLogger(Effects.class);

  /** How old a permission may be when the action begins. */
  private static final Duration FRESH = Duration.ofSeconds(2);

  private static final String UNWANTED = "It was not begun, because it is no longer wanted.";
  private static final String TOO_LATE = "It was not begun, because too much time had passed.";
  private static final String UNWRITABLE =
      "It was not begun, because this host cannot write down that it begins. Is its disk full?";

  private final EffectLog log;
  private final Permits permits;
  private final Duration fresh;

  public Effects(EffectLog log, Permits permits) {
    this(log, permits, FRESH);
  }

  Effects(EffectLog log, Permits permits, Duration fresh) {
    this.log = log;
    this.permits = permits;
    this.fresh = fresh;
  }

  /**
   * Does it, unless it was begun before: then tells what came of it. What was begun and did not
   * end, because this host was stopped, is done again if that harms nobody. The future fails as
   * UNAVAILABLE when nobody could be asked whether it is still wanted: it was not begun, and may be
   * ordered again.
   *
   * @param doing begins the action when it is asked; does not fail
   */
  public Future<Observation> carryOut(ExecuteAction order, Supplier<Future<Observation>> doing) {
    Action action = order.action();
    return log.find(action.id())
        .map(known -> known.filter(trace -> !mayBeDoneAgain(trace, action)))
        .map(known -> known.map(trace -> recalled(trace, action)))
        .otherwise(failure -> Optional.of(unreadable(action.id(), failure)))
        .compose(known -> known.map(Future::succeededFuture).orElseGet(() -> begin(order, doing)));
  }

  private static boolean mayBeDoneAgain(Trace trace, Action action) {
    return action.effect() == Effect.IDEMPOTENT
        && trace.outcome() == null
        && !trace.isOfAnother(action);
  }

  /** Sees to it that an action does not begin any more; what came of it when it has. */
  public Future<Observation> callOff(String id) {
    return log.find(id)
        .compose(
            known ->
                known
                    .map(trace -> Future.succeededFuture(outcome(trace)))
                    .orElseGet(() -> neverBegin(id)))
        .otherwise(failure -> unreadable(id, failure));
  }

  private Future<Observation> neverBegin(String id) {
    Observation outcome = Observation.failed("It was called off before it began.");
    return log.note(Trace.calledOff(id, outcome)).map(noted -> outcome);
  }

  private static Observation recalled(Trace trace, Action action) {
    return trace.isOfAnother(action)
        ? Observation.failed("Another action was ordered here under the same id.")
        : outcome(trace);
  }

  private static Observation outcome(Trace trace) {
    Observation outcome = trace.outcome();
    return outcome != null
        ? outcome
        : Observation.unknown(
            "I was stopped in the middle of it, and I do not know whether it was done.");
  }

  private Future<Observation> begin(ExecuteAction order, Supplier<Future<Observation>> doing) {
    Moment asked = Moment.now();
    return permits
        .isStillWanted(order)
        .recover(failure -> Future.failedFuture(nobodyToAsk(order, failure)))
        .compose(wanted -> wanted ? begin(order.action(), doing, asked) : notBegun(UNWANTED));
  }

  /** Whoever ordered it may be gone; whoever came in their place orders it again. */
  private static Failure nobodyToAsk(ExecuteAction order, Throwable failure) {
    LOG.warn("Nobody to ask about {}: {}", order.action().id(), failure.getMessage());
    return Failure.unavailable("It was not begun, because nobody said that it is still wanted.");
  }

  private Future<Observation> begin(
      Action action, Supplier<Future<Observation>> doing, Moment asked) {
    return log.note(Trace.begun(action))
        .map(noted -> true)
        .otherwise(failure -> unwritable(action, failure))
        .compose(noted -> noted ? perform(action, doing, asked) : notBegun(UNWRITABLE));
  }

  /** Time may have passed unnoticed: this host may have slept in between. */
  private Future<Observation> perform(
      Action action, Supplier<Future<Observation>> doing, Moment asked) {
    Future<Observation> outcome = asked.isOlderThan(fresh) ? notBegun(TOO_LATE) : doing.get();
    return outcome.compose(known -> end(action, known));
  }

  /** What happened has happened, whether or not it could be written down. */
  private Future<Observation> end(Action action, Observation outcome) {
    return log.note(Trace.ended(action, outcome))
        .onFailure(failure -> LOG.error("The end of {} is not on record", action.id(), failure))
        .map(outcome)
        .otherwise(outcome);
  }

  private static boolean unwritable(Action action, Throwable failure) {
    LOG.error("The beginning of {} could not be put on record", action.id(), failure);
    return false;
  }

  private static Future<Observation> notBegun(String why) {
    return Future.succeededFuture(Observation.failed(why));
  }

  /** A record that cannot be read is a record all the same: it was begun. */
  private static Observation unreadable(String id, Throwable failure) {
    LOG.error("The record of {} cannot be read", id, failure);
    return Observation.unknown("I cannot read whether this was done before.");
  }
}
