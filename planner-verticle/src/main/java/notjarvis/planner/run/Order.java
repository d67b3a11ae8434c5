package notjarvis.planner.run;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Objects;
import notjarvis.action.Action;
import notjarvis.action.CallOff;
import notjarvis.action.Effect;
import notjarvis.action.ExecuteAction;
import notjarvis.action.Executors;
import notjarvis.action.Observation;
import notjarvis.bus.Bus;
import notjarvis.bus.Channel;
import notjarvis.failure.Failure;
import notjarvis.planner.run.Round.Begun;
import org.jspecify.annotations.Nullable;

/**
 * One action on its way to its executor and back. It is given again and again under the same id:
 * the executor joins what is under way, and tells what came of what is over. Whatever goes wrong is
 * an observation; the outcome does not fail.
 */
final class Order {
  private final Vertx vertx;
  private final Bus bus;
  private final Time time;
  private final Pace pace;
  private final ExecutorDirectory executors;
  private final Round round;
  private final Action action;
  private final Promise<Observation> outcome = Promise.promise();
  private final long givenAt;
  private String executor;
  private int attempt;
  private boolean calledOff;

  /** Whether an executor may have it: then "nothing was done" cannot be said any more. */
  private boolean delivered;

  private @Nullable Long awaySince;

  Order(Desk desk, Round round, Begun begun) {
    this.vertx = desk.vertx();
    this.bus = desk.bus();
    this.time = desk.time();
    this.pace = desk.pace();
    this.executors = desk.executors();
    this.round = round;
    this.action = begun.step().action();
    this.executor = Objects.requireNonNullElse(begun.step().executor(), "");
    this.delivered = begun.byOther();
    this.givenAt = time.measured();
  }

  /** What all orders of a planner need. */
  record Desk(Vertx vertx, Bus bus, Time time, Pace pace, ExecutorDirectory executors) {}

  /** The run as it stood when the order was given. */
  Round round() {
    return round;
  }

  String actionId() {
    return action.id();
  }

  /** What comes of it; final. */
  Future<Observation> outcome() {
    return outcome.future();
  }

  /** Whether nobody has taken it back. */
  boolean isWanted() {
    return !calledOff && !outcome.future().isComplete();
  }

  void give() {
    ask(pace.firstRetry());
  }

  /**
   * Sees to it that it does not begin any more. Of what only looks nothing has to be called off.
   */
  void callOff() {
    if (!isWanted()) {
      return;
    }
    calledOff = true;
    delivered = delivered || attempt > 0;
    awaySince = null;
    if (action.effect() == Effect.PURE) {
      outcome.tryComplete(Observation.failed("It was stopped before it came to an end."));
    } else {
      ask(pace.firstRetry());
    }
  }

  /** Nobody waits for it any more. */
  void drop() {
    calledOff = true;
    outcome.tryFail(Failure.unavailable("Nobody waits for it."));
  }

  private void ask(Duration wait) {
    int current = ++attempt;
    question()
        .onSuccess(outcome::tryComplete)
        .onFailure(failure -> failed(Failure.of(failure), current, wait));
  }

  private Future<Observation> question() {
    if (calledOff) {
      return bus.ask(brief(Executors.CALL_OFF), new CallOff(action.id()));
    }
    return bus.ask(
        brief(Executors.EXECUTE),
        new ExecuteAction(round.lease().thread(), action, round.lease().plannerId()));
  }

  private <Q> Channel<Q, Observation> brief(Channel<Q, Observation> channel) {
    Channel<Q, Observation> own = channel.of(executor);
    return new Channel<>(own.address(), own.ask(), own.answer(), pace.executors().again());
  }

  private void failed(Failure failure, int of, Duration wait) {
    switch (failure.code()) {
      case UNAVAILABLE -> again(of, wait, true);
      case TIMEOUT -> {
        delivered = true;
        again(of, wait, false);
      }
      case INTERNAL -> outcome.tryComplete(NoReply.broken(action));
      default -> outcome.tryComplete(turnedDown(failure));
    }
  }

  private Observation turnedDown(Failure failure) {
    return calledOff ? NoReply.broken(action) : NoReply.turnedDown(action, failure);
  }

  /** An attempt that another one has replaced is over. */
  private void again(int of, Duration wait, boolean away) {
    if (of != attempt || outcome.future().isComplete()) {
      return;
    }
    awaySince = away ? Long.valueOf(awaySince == null ? time.measured() : awaySince) : null;
    if (isHopeless()) {
      giveUp(away);
      return;
    }
    boolean elsewhere = takeElsewhere();
    Duration pause = elsewhere ? pace.firstRetry() : wait;
    Duration next = Patience.longer(wait, pace);
    vertx.setTimer(pause.toMillis(), timer -> resume(of, next));
  }

  private void resume(int of, Duration wait) {
    if (of == attempt && !outcome.future().isComplete()) {
      ask(wait);
    }
  }

  private boolean isHopeless() {
    boolean gone = awaySince != null && isOver(awaySince, pace.executors().back());
    return gone || isOver(givenAt, pace.executors().outcome());
  }

  private boolean isOver(long since, Duration limit) {
    return time.millisSince(since) >= limit.toMillis();
  }

  /** What only looks may be done by anyone. */
  private boolean takeElsewhere() {
    if (action.effect() != Effect.PURE) {
      return false;
    }
    String other = executors.executorOf(action.name()).orElse(executor);
    boolean another = !other.equals(executor);
    executor = other;
    return another;
  }

  /** What an executor may have is called off before it is given up. */
  private void giveUp(boolean away) {
    Observation end = away ? NoReply.away(action, delivered) : NoReply.late(action);
    if (!delivered || calledOff || action.effect() == Effect.PURE) {
      outcome.tryComplete(end);
      return;
    }
    calledOff = true;
    question().otherwise(end).onSuccess(outcome::tryComplete);
  }
}
