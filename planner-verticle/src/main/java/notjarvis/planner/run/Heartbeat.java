package notjarvis.planner.run;

import io.vertx.core.Vertx;
import java.time.Duration;
import notjarvis.bus.Bus;
import notjarvis.journal.Beat;
import notjarvis.journal.Beats;
import notjarvis.journal.Journal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says again and again that this planner is alive. No action or decision, however long, can delay
 * it.
 */
final class Heartbeat {
  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

  private final Vertx vertx;
  private final Bus bus;
  private final Time time;
  private final String plannerId;
  private final Duration every;
  private final Listener listener;
  private boolean underWay;
  private boolean heardOnce;
  private boolean unheard;

  /** Is told what each beat that was answered has brought. */
  @FunctionalInterface
  interface Listener {
    /**
     * The journal has answered.
     *
     * @param asked when it was asked
     */
    void heard(Beats beats, Time.Moment asked);
  }

  /** A heart that does not beat yet. */
  Heartbeat(Vertx vertx, Bus bus, Time time, String plannerId, Duration every, Listener listener) {
    this.vertx = vertx;
    this.bus = bus;
    this.time = time;
    this.plannerId = plannerId;
    this.every = every;
    this.listener = listener;
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
    Time.Moment asked = time.moment();
    bus.ask(Journal.BEAT, new Beat(plannerId))
        .onComplete(answered -> underWay = false)
        .onSuccess(beats -> heard(beats, asked))
        .onFailure(this::unheard);
  }

  private void heard(Beats beats, Time.Moment asked) {
    if (heardOnce && unheard) {
      LOG.info("The journal is back");
    }
    heardOnce = true;
    unheard = false;
    listener.heard(beats, asked);
  }

  /** Before the database was there for the first time, whoever waits for it says so. */
  private void unheard(Throwable failure) {
    if (heardOnce && !unheard) {
      LOG.warn("Planner {} cannot beat: {}", plannerId, failure.getMessage());
    }
    unheard = true;
  }
}
