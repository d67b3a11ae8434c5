package notjarvis.planner;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.function.Function;
import notjarvis.bus.Bus;
import notjarvis.config.Settings;
import notjarvis.planner.brain.Brain;
import notjarvis.planner.brain.BrainChain;
import notjarvis.planner.run.Pace;
import notjarvis.planner.run.RunDesk;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@link notjarvis.run.Runs#START} and works on the runs. It needs persistence to take
 * goals on and executors to carry anything out, and waits for both.
 */
public final class PlannerVerticle extends VerticleBase {
  private final Bus bus;
  private final Settings.Planner settings;
  private final Function<Vertx, List<Brain>> brains;
  private final Pace pace;
  private @Nullable RunDesk desk;
  private @Nullable Brain brain;

  public PlannerVerticle(Bus bus, Settings.Planner settings) {
    this(bus, settings, vertx -> Brains.of(vertx, settings), Pace.REAL);
  }

  PlannerVerticle(
      Bus bus, Settings.Planner settings, Function<Vertx, List<Brain>> brains, Pace pace) {
    this.bus = bus;
    this.settings = settings;
    this.brains = brains;
    this.pace = pace;
  }

  @Override
  public Future<?> start() {
    Brain chain = new BrainChain(brains.apply(vertx));
    RunDesk opened = new RunDesk(vertx, bus, settings, chain, pace);
    brain = chain;
    desk = opened;
    return opened.open();
  }

  @Override
  public Future<?> stop() {
    Future<?> closed = desk == null ? Future.succeededFuture() : desk.close();
    return closed.eventually(this::closeBrain);
  }

  private Future<Void> closeBrain() {
    return brain == null ? Future.succeededFuture() : brain.close();
  }
}
