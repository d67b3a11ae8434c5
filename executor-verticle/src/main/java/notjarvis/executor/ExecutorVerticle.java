package notjarvis.executor;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.BiFunction;
import notjarvis.action.ExecutorAnnounced;
import notjarvis.action.Executors;
import notjarvis.bus.Bus;
import notjarvis.bus.Registration;
import notjarvis.config.Settings;
import notjarvis.executor.action.Actions;
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
    this(bus, settings, Handlers::open, TIME_LIMIT);
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
    return vertx.executeBlocking(() -> Identity.of(settings.home())).compose(this::open);
  }

  private Future<?> open(Identity identity) {
    Handlers opened = opening.apply(vertx, settings.executor());
    handlers = opened;
    Actions actions = new Actions(opened.all(), timeLimit);
    ExecutorAnnounced announcement =
        new ExecutorAnnounced(identity.instance(), identity.host(), actions.specs());
    Registration orders = bus.answer(Executors.EXECUTE.of(identity.instance()), actions::carryOut);
    Registration rollCalls =
        bus.listen(Executors.ROLL_CALL, call -> bus.publish(Executors.ANNOUNCED, announcement));
    return Future.all(orders.completion(), rollCalls.completion())
        .onSuccess(ready -> announceFromNowOn(announcement));
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
