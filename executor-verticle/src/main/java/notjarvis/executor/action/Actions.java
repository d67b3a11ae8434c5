package notjarvis.executor.action;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import notjarvis.action.Action;
import notjarvis.action.ActionSpec;
import notjarvis.action.CallOff;
import notjarvis.action.Effect;
import notjarvis.action.ExecuteAction;
import notjarvis.action.Observation;
import notjarvis.executor.effect.Effects;
import notjarvis.failure.Failure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The registry of actions. Whatever is ordered and however it ends, what comes out is an
 * observation of bounded size, never an exception's text. A failed future says that it was not
 * begun and may be ordered again.
 */
public final class Actions {
  private static final Logger LOG = LoggerFactory.getLogger(Actions.class);

  private final List<ActionHandler> handlers;
  private final Effects effects;
  private final Duration timeLimit;

  /** By action id, until the handler is through, even if whoever asked stopped waiting before. */
  private final Map<String, UnderWay> underWay = new ConcurrentHashMap<>();

  /** What is under way; no action when it is being called off. */
  private record UnderWay(@Nullable Action action, Future<Observation> outcome) {
    private boolean isAnother(Action asked) {
      return action != null && !action.isSameAs(asked);
    }
  }

  /**
   * Registers the handlers.
   *
   * @param effects sees to it that what leaves a trace happens at most once
   * @param timeLimit how long whoever orders an action waits for it
   * @throws IllegalArgumentException when two of them answer to the same name
   */
  public Actions(List<ActionHandler> handlers, Effects effects, Duration timeLimit) {
    this.handlers = List.copyOf(handlers);
    this.effects = effects;
    this.timeLimit = timeLimit;
    Set<String> names = new HashSet<>();
    for (ActionSpec spec : specs()) {
      claim(spec.name(), names);
      spec.aliases().forEach(alias -> claim(alias, names));
    }
  }

  private static void claim(String name, Set<String> names) {
    if (!names.add(name)) {
      throw new IllegalArgumentException("two actions answer to \"" + name + "\"");
    }
  }

  /** What all of them declare, in the order in which they were given. */
  public List<ActionSpec> specs() {
    return handlers.stream().map(ActionHandler::spec).toList();
  }

  /** Carries out an action; one that is under way with the same id is joined. */
  public Future<Observation> carryOut(ExecuteAction order) {
    return observe(order).map(Bounds::of);
  }

  private Future<Observation> observe(ExecuteAction order) {
    Action action = order.action();
    Optional<ActionHandler> handler =
        handlers.stream().filter(each -> each.spec().isCalled(action.name())).findFirst();
    if (handler.isEmpty()) {
      return failed("There is no action called \"" + action.name() + "\" here.");
    }
    Optional<String> fault = handler.get().spec().fault(action.arguments());
    if (fault.isPresent()) {
      return failed("That cannot be done: " + fault.get() + ".");
    }
    return joinOrBegin(handler.get(), order);
  }

  private Future<Observation> joinOrBegin(ActionHandler handler, ExecuteAction order) {
    UnderWay running = underWay.get(order.action().id());
    if (running == null) {
      running = begin(handler, order);
    } else if (running.isAnother(order.action())) {
      return failed("Another action is under way under the same id.");
    }
    return inTime(running, order.action().id(), handler.spec().effect());
  }

  private UnderWay begin(ActionHandler handler, ExecuteAction order) {
    Action action = order.action();
    Future<Observation> outcome =
        handler.spec().effect() == Effect.PURE
            ? perform(handler, order)
            : effects.carryOut(order, () -> perform(handler, order));
    return keep(action.id(), new UnderWay(action, outcome));
  }

  private UnderWay keep(String id, UnderWay begun) {
    underWay.put(id, begun);
    begun.outcome().onComplete(done -> underWay.remove(id));
    return begun;
  }

  /**
   * Sees to it that an action does not begin any more. What comes back is final: that it never
   * began, or what came of it.
   */
  public Future<Observation> callOff(CallOff order) {
    String id = order.actionId();
    UnderWay running = underWay.get(id);
    UnderWay joined = running != null ? running : keep(id, new UnderWay(null, effects.callOff(id)));
    return inTime(joined, id, Effect.IRREVERSIBLE).map(Bounds::of);
  }

  private Future<Observation> inTime(UnderWay running, String id, Effect effect) {
    return running
        .outcome()
        .timeout(timeLimit.toMillis(), TimeUnit.MILLISECONDS)
        .recover(
            failure ->
                failure instanceof Failure
                    ? Future.failedFuture(failure)
                    : Future.succeededFuture(tooLate(id, effect)));
  }

  private Future<Observation> perform(ActionHandler handler, ExecuteAction order) {
    return start(handler, order)
        .otherwise(failure -> broken(order, handler.spec().effect(), failure));
  }

  private static Future<Observation> start(ActionHandler handler, ExecuteAction order) {
    try {
      return handler.carryOut(new Arguments(order.action().arguments()), order.thread().ownerId());
    } catch (RuntimeException e) {
      return Future.failedFuture(e);
    }
  }

  /** A defect. When it struck is not known, so what cannot be taken back may have happened. */
  private static Observation broken(ExecuteAction order, Effect effect, Throwable failure) {
    Action action = order.action();
    LOG.error("{} {} of {} failed", action.name(), action.id(), order.thread(), failure);
    return effect == Effect.IRREVERSIBLE
        ? Observation.unknown("Something went wrong, and I do not know whether it was done.")
        : Observation.failed("Something went wrong inside Not-Jarvis; logs/jarvis.log says what.");
  }

  /** What goes on may still have its effect; only what merely looks has failed for certain. */
  private Observation tooLate(String id, Effect effect) {
    LOG.warn("Action {} takes too long", id);
    String text = "It was not done within " + timeLimit.toSeconds() + " seconds";
    return effect == Effect.PURE
        ? Observation.failed(text + ".")
        : Observation.unknown(text + ", and I do not know whether it still happens.");
  }

  private static Future<Observation> failed(String text) {
    return Future.succeededFuture(Observation.failed(text));
  }
}
