package notjarvis.planner.run;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import notjarvis.bus.Bus;
import notjarvis.journal.Beat;
import notjarvis.journal.Beats;
import notjarvis.journal.Journal;
import notjarvis.journal.Lease;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says again and again that this planner is alive, and finds the runs of those that no longer do.
 * No action or decision, however long, can delay it.
 */
final class Heartbeat {
  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

  private final Vertx vertx;
  private final Bus bus;
  private final String plannerId;
  private final Duration every;
  private final OwnerWatch watch;
  private final Consumer<Lease> orphaned;
  private final Consumer<UUID> adrift;
  private boolean underWay;
  private boolean heardOnce;
  private boolean unheard;

  /**
   * A heart that does not beat yet.
   *
   * @param orphaned is told of a run whose owner is gone or does not know of it, again and again
   *     until it has another one
   * @param adrift is told of a run whose turn it is and that has no owner
   */
  Heartbeat(
      Vertx vertx,
      Bus bus,
      String plannerId,
      Duration every,
      OwnerWatch watch,
      Consumer<Lease> orphaned,
      Consumer<UUID> adrift) {
    this.vertx = vertx;
    this.bus = bus;
    this.plannerId = plannerId;
    this.every = every;
    this.watch = watch;
    this.orphaned = orphaned;
    this.adrift = adrift;
  }

  void start() {
    beat();
    vertx.setPeriodic(every.toMillis(), timer -> beat());
  }

  private void beat() {
    if (underWay) {
      return;
    }
    underWay = true;
    bus.ask(Journal.BEAT, new Beat(plannerId))
        .onComplete(answered -> underWay = false)
        .onSuccess(this::heard)
        .onFailure(this::unheard);
  }

  private void heard(Beats beats) {
    if (heardOnce && unheard) {
      LOG.info("The journal is back");
    }
    heardOnce = true;
    unheard = false;
    watch.orphans(beats).forEach(orphaned);
    watch.neglected(beats).forEach(orphaned);
    beats.adrift().forEach(adrift);
  }

  /**
   * While the database is away nobody can beat, so nobody may be called gone. Before it was there
   * for the first time, whoever waits for it says so.
   */
  private void unheard(Throwable failure) {
    if (heardOnce && !unheard) {
      LOG.warn("Planner {} cannot beat: {}", plannerId, failure.getMessage());
    }
    unheard = true;
    watch.forget();
  }
}
