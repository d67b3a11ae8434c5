package notjarvis.planner.run;

import io.vertx.core.Future;
import notjarvis.action.Action;
import notjarvis.action.Effect;
import notjarvis.action.ExecuteAction;
import notjarvis.action.Executors;
import notjarvis.action.Observation;
import notjarvis.bus.Bus;
import notjarvis.failure.Failure;
import notjarvis.thread.ThreadKey;

/** The way to an executor and back. Whatever goes wrong on it is an observation. */
final class Hop {
  private final Bus bus;

  Hop(Bus bus) {
    this.bus = bus;
  }

  /** Has the action carried out by this executor; the future does not fail. */
  Future<Observation> carryOut(ThreadKey thread, Action action, String executor) {
    return bus.ask(Executors.EXECUTE.of(executor), new ExecuteAction(thread, action))
        .otherwise(failure -> observed(action, Failure.of(failure)));
  }

  private static Observation observed(Action action, Failure failure) {
    String what = Endings.inWords(action);
    return switch (failure.code()) {
      case UNAVAILABLE ->
          Observation.failed("The executor for " + what + " is away; nothing was done.");
      case TIMEOUT -> unanswered(action, "No answer came in time: " + what);
      case INTERNAL -> unanswered(action, "The executor failed in the middle: " + what);
      default -> Observation.failed(what + " was not carried out: " + failure.getMessage());
    };
  }

  /** What cannot be taken back and may have happened is never called a failure. */
  private static Observation unanswered(Action action, String what) {
    return action.effect() == Effect.IRREVERSIBLE
        ? Observation.unknown(what + " may or may not have happened.")
        : Observation.failed(what + " had no result.");
  }
}
