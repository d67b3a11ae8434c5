package notjarvis.planner;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import notjarvis.action.Action;
import notjarvis.action.ActionSpec;
import notjarvis.action.AskPermission;
import notjarvis.action.CallOff;
import notjarvis.action.Effect;
import notjarvis.action.ExecuteAction;
import notjarvis.action.ExecutorAnnounced;
import notjarvis.action.Executors;
import notjarvis.action.Observation;
import notjarvis.action.Permission;
import notjarvis.bus.Bus;
import notjarvis.bus.Registration;

/**
 * An executor with a log, as the real one is: what leaves a trace happens at most once, after its
 * planner was asked; what is over is told again. Planners die where the test says.
 */
final class HonestExecutor {
  private final Bus bus;
  private final String instance;
  private final Fates fates;
  private final List<ActionSpec> actions;
  private final Map<String, Future<Observation>> log = new ConcurrentHashMap<>();
  private final List<String> effects = new CopyOnWriteArrayList<>();
  private final List<String> calledOff = new CopyOnWriteArrayList<>();
  private final List<ExecuteAction> asked = new CopyOnWriteArrayList<>();
  private final List<Registration> doors = new CopyOnWriteArrayList<>();
  private volatile boolean stuck;
  private volatile Function<Action, Future<Observation>> work = HonestExecutor::done;

  HonestExecutor(Bus bus, String instance, Fates fates, ActionSpec... actions) {
    this.bus = bus;
    this.instance = instance;
    this.fates = fates;
    this.actions = List.of(actions);
    bus.listen(Executors.ROLL_CALL, call -> announce());
    open();
  }

  void open() {
    doors.add(bus.answer(Executors.EXECUTE.of(instance), this::execute));
    doors.add(bus.answer(Executors.CALL_OFF.of(instance), this::callOff));
  }

  /** As when its process is gone; its log stays. */
  Future<?> close() {
    List<Registration> gone = List.copyOf(doors);
    doors.clear();
    return Future.all(gone.stream().map(Registration::close).toList());
  }

  void announce() {
    if (!doors.isEmpty()) {
      bus.publish(Executors.ANNOUNCED, new ExecutorAnnounced(instance, "host", actions));
    }
  }

  /** From now on this comes of what it does. */
  void does(Function<Action, Future<Observation>> anything) {
    work = anything;
  }

  private static Future<Observation> done(Action action) {
    Observation seen =
        switch (action.name()) {
          case "search" -> Workshop.found("https://mit.edu/", "https://b.example/");
          case "open_website" ->
              Observation.opened("Opened it.", String.valueOf(action.arguments().get("url")));
          default -> Observation.done("Did " + action.name() + ".");
        };
    return Future.succeededFuture(seen);
  }

  /** Orders reach it and it does not get round to them. */
  void answersNoOrder() {
    stuck = true;
  }

  /** The ids of the actions that left a trace, each as often as it did. */
  List<String> effects() {
    return effects;
  }

  List<String> calledOff() {
    return calledOff;
  }

  List<ExecuteAction> asked() {
    return asked;
  }

  private Future<Observation> execute(ExecuteAction order) {
    asked.add(order);
    if (stuck) {
      return Promise.<Observation>promise().future();
    }
    String step = step(order.action().id());
    return fates.asks(order.planner(), "order " + step, () -> carryOut(order));
  }

  private static String step(String actionId) {
    return actionId.substring(actionId.indexOf(':') + 1);
  }

  private Future<Observation> carryOut(ExecuteAction order) {
    Action action = order.action();
    if (action.effect() == Effect.PURE) {
      return work.apply(action);
    }
    Future<Observation> known = log.get(action.id());
    return known != null
        ? known
        : isWanted(order).compose(wanted -> wanted ? begin(action) : unwanted());
  }

  private Future<Boolean> isWanted(ExecuteAction order) {
    if (fates.strikes(order.planner(), "permission " + step(order.action().id()))) {
      return Future.succeededFuture(false);
    }
    return bus.ask(Executors.PERMISSION.of(order.planner()), new AskPermission(order.action().id()))
        .map(Permission::wanted)
        .otherwise(false);
  }

  private static Future<Observation> unwanted() {
    return Future.succeededFuture(Observation.failed("It was not begun."));
  }

  private Future<Observation> begin(Action action) {
    Future<Observation> known = log.get(action.id());
    if (known != null) {
      return known;
    }
    Promise<Observation> outcome = Promise.promise();
    log.put(action.id(), outcome.future());
    effects.add(action.id());
    work.apply(action).onComplete(outcome);
    return outcome.future();
  }

  private Future<Observation> callOff(CallOff order) {
    calledOff.add(order.actionId());
    return log.computeIfAbsent(
        order.actionId(),
        id -> Future.succeededFuture(Observation.failed("It was called off before it began.")));
  }
}
