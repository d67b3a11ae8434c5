package notjarvis.planner.run;

import io.vertx.core.Future;
import java.util.HashSet;
import java.util.Set;
import notjarvis.action.Action;
import notjarvis.action.AskPermission;
import notjarvis.action.Effect;
import notjarvis.action.ExecuteAction;
import notjarvis.action.Executors;
import notjarvis.action.Observation;
import notjarvis.action.Permission;
import notjarvis.bus.Bus;
import notjarvis.failure.Failure;
import notjarvis.thread.ThreadKey;

/** The way to an executor and back. Whatever goes wrong on it is an observation. */
final class Hop {
  private final Bus bus;
  private final String plannerId;
  private final Set<String> awaited = new HashSet<>();

  Hop(Bus bus, String plannerId) {
    this.bus = bus;
    this.plannerId = plannerId;
  }

  /** Begins to answer executors who ask whether an action is still wanted. */
  Future<Void> open() {
    return bus.answer(Executors.PERMISSION.of(plannerId), this::permit).completion();
  }

  private Future<Permission> permit(AskPermission asked) {
    return Future.succeededFuture(new Permission(awaited.contains(asked.actionId())));
  }

  /** Has the action carried out by this executor; the future does not fail. */
  Future<Observation> carryOut(ThreadKey thread, Action action, String executor) {
    awaited.add(action.id());
    return bus.ask(Executors.EXECUTE.of(executor), new ExecuteAction(thread, action, plannerId))
        .onComplete(answered -> awaited.remove(action.id()))
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
