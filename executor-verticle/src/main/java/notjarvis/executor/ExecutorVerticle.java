package notjarvis.executor;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.BiFunction;
import notjarvis.action.AskPermission;
import notjarvis.action.ExecuteAction;
import notjarvis.action.ExecutorAnnounced;
import notjarvis.action.Executors;
import notjarvis.action.Permission;
import notjarvis.bus.Bus;
import notjarvis.bus.Registration;
import notjarvis.config.Settings;
import notjarvis.executor.action.Actions;
import notjarvis.executor.effect.EffectLog;
import notjarvis.executor.effect.Effects;
import org.jspecify.annotations.Nullable;

/**
 * Carries out actions at {@code Executors.EXECUTE.of(instance)}, and says every second, and
 * whenever the roll is called, that it is there and what it can do.
 */
public final class ExecutorVerticle extends VerticleBase {
  /** How long one action may take; shorter than the channel's timeout. */
  private static final Duration TIME_LIMIT = Duration.ofSeconds(30);

  private static final Duration ANNOUNCED_EVERY = Duration.ofSeconds(1);

  private final Bus bus;
  private final Settings settings;
  private final BiFunction<Vertx, Settings.Executor, Handlers> opening;
  private final Duration timeLimit;

  private @Nullable Handlers handlers;

  public ExecutorVerticle(Bus bus, Settings settings) {
    this(bus, settings, (vertx, executor) -> Handlers.open(vertx, bus, executor), TIME_LIMIT);
  }

  ExecutorVerticle(
      Bus bus,
      Settings settings,
      BiFunction<Vertx, Settings.Executor, Handlers> opening,
      Duration timeLimit) {
    this.bus = bus;
    this.settings = settings;
    this.opening = opening;
    this.timeLimit = timeLimit;
  }

  @Override
  public Future<?> start() {
    return vertx.executeBlocking(this::home).compose(this::open);
  }

  /** What this executor keeps across restarts. */
  private record Home(Identity identity, EffectLog effects) {}

  private Home home() {
    Identity identity = Identity.of(settings.home());
    return new Home(identity, EffectLog.open(vertx, settings.home()));
  }

  private Future<?> open(Home home) {
    Identity identity = home.identity();
    Handlers opened = opening.apply(vertx, settings.executor());
    handlers = opened;
    Effects effects = new Effects(home.effects(), this::isStillWanted);
    Actions actions = new Actions(opened.all(), effects, timeLimit);
    ExecutorAnnounced announcement =
        new ExecutorAnnounced(identity.instance(), identity.host(), actions.specs());
    Registration orders = bus.answer(Executors.EXECUTE.of(identity.instance()), actions::carryOut);
    Registration callOffs =
        bus.answer(Executors.CALL_OFF.of(identity.instance()), actions::callOff);
    Registration rollCalls =
        bus.listen(Executors.ROLL_CALL, call -> bus.publish(Executors.ANNOUNCED, announcement));
    return Future.all(orders.completion(), callOffs.completion(), rollCalls.completion())
        .onSuccess(ready -> announceFromNowOn(announcement));
  }

  private Future<Boolean> isStillWanted(ExecuteAction order) {
    return bus.ask(Executors.PERMISSION.of(order.planner()), new AskPermission(order.action().id()))
        .map(Permission::wanted);
  }

  private void announceFromNowOn(ExecutorAnnounced announcement) {
    bus.publish(Executors.ANNOUNCED, announcement);
    vertx.setPeriodic(
        ANNOUNCED_EVERY.toMillis(), tick -> bus.publish(Executors.ANNOUNCED, announcement));
  }

  @Override
  public Future<?> stop() {
    if (handlers != null) {
      handlers.close();
    }
    return Future.succeededFuture();
  }
}
