package notjarvis.planner.run;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Optional;
import java.util.UUID;
import notjarvis.action.Observation;
import notjarvis.failure.FailureCode;
import notjarvis.journal.Entry.ActionObserved;
import notjarvis.planner.run.Round.Begun;

/**
 * Sees planned actions through, whoever planned them: has each carried out, calls it off if the
 * person stops the run, and writes down what came of it.
 */
final class Errands {
  private final Hop hop;
  private final Attention attention;
  private final RunJournal journal;
  private final Time time;
  private final Course course;

  Errands(Hop hop, Attention attention, RunJournal journal, Time time, Course course) {
    this.hop = hop;
    this.attention = attention;
    this.journal = journal;
    this.time = time;
    this.course = course;
  }

  /** What came of an action, in the run as it is known by then. */
  private record Seen(Round round, Observation observation) {}

  Future<Optional<UUID>> see(Turn turn, Begun begun) {
    Order order = hop.order(turn.round(), begun);
    return outcome(turn.round(), order)
        .onFailure(lost -> order.drop())
        .compose(seen -> observe(turn, begun.step().step(), seen));
  }

  private Future<Seen> outcome(Round round, Order order) {
    Promise<Void> something = Promise.promise();
    order.outcome().onComplete(over -> something.tryComplete());
    attention.newsFor(round).onComplete(news -> something.tryComplete());
    return something
        .future()
        .compose(any -> order.outcome().isComplete() ? end(round, order) : heed(round, order));
  }

  private static Future<Seen> end(Round round, Order order) {
    return order.outcome().map(observation -> new Seen(round, observation));
  }

  private Future<Seen> heed(Round round, Order order) {
    return journal
        .again(round, attention.newest(round.runId()))
        .compose(fresh -> goOn(fresh, order))
        .recover(failure -> unheeded(round, order, failure));
  }

  private Future<Seen> goOn(Round fresh, Order order) {
    if (fresh.isCancelled()) {
      order.callOff();
    }
    return outcome(fresh, order);
  }

  /** What cannot be read now is read after the action, unless the run is not ours any more. */
  private static Future<Seen> unheeded(Round round, Order order, Throwable failure) {
    return FailureCode.of(failure) == FailureCode.FENCED
        ? Future.failedFuture(failure)
        : end(round, order);
  }

  private Future<Optional<UUID>> observe(Turn turn, int step, Seen seen) {
    ActionObserved entry = new ActionObserved(step, seen.observation());
    return journal
        .observed(seen.round(), entry, turn.metadata(time))
        .compose(committed -> course.from(committed.round()));
  }
}
