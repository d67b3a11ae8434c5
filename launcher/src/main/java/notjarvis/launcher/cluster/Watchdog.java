package notjarvis.launcher.cluster;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import notjarvis.bus.Bus;
import notjarvis.bus.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that the members of a cluster hear each other. Each one tells all once a second that
 * it is there. Where one member does not hear another one for a while, or came back from the dead,
 * both renew what they know and what is known of them, until they hear each other again.
 */
public final class Watchdog extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
  private static final Topic<Pulse> PULSE = new Topic<>("cluster.pulse", Pulse.class);
  private static final long PULSE_MS = 1_000;
  private static final Duration SILENCE = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final long LOOK_AGAIN_MS = 100;
  private static final int LOOKS = 40;

  private final Bus bus;
  private final Membership membership;
  private final List<String> roles;
  private final boolean ownDatabase;
  private final Roll roll = new Roll(System::nanoTime, SILENCE);
  private long renewedAt = System.nanoTime() - PAUSE.toNanos();
  private boolean renewing;

  /**
   * A watchdog of this process.
   *
   * @param roles what this process does
   * @param ownDatabase whether it keeps the journal in a database that it starts itself
   */
  public Watchdog(Bus bus, Membership membership, List<String> roles, boolean ownDatabase) {
    this.bus = bus;
    this.membership = membership;
    this.roles = List.copyOf(roles);
    this.ownDatabase = ownDatabase;
  }

  @Override
  public Future<?> start() {
    membership.onMerge(() -> context.runOnContext(merged -> foundTogether()));
    return bus.listen(PULSE, this::hear).completion().onSuccess(listening -> begin());
  }

  private void begin() {
    beat();
    vertx.setPeriodic(PULSE_MS, tick -> beat());
  }

  /** What the other members say of themselves, once all were heard, or after a few seconds. */
  public Future<List<Pulse>> others() {
    return Future.future(told -> context.runOnContext(begun -> look(LOOKS).onComplete(told)));
  }

  private Future<List<Pulse>> look(int looks) {
    callRoll();
    if (roll.knowsAll() || looks == 0) {
      return Future.succeededFuture(roll.pulses());
    }
    return vertx.timer(LOOK_AGAIN_MS, TimeUnit.MILLISECONDS).compose(late -> look(looks - 1));
  }

  private void beat() {
    callRoll();
    List<String> unheard = roll.unheard();
    bus.publish(PULSE, new Pulse(membership.getNodeId(), roles, ownDatabase, unheard));
    if (!unheard.isEmpty()) {
      renew("not heard: " + unheard);
    }
  }

  private void callRoll() {
    roll.present(membership.others()).forEach(gone -> LOG.info("{} left the cluster", gone));
  }

  private void hear(Pulse pulse) {
    String self = membership.getNodeId();
    if (pulse.node().equals(self)) {
      return;
    }
    if (roll.hear(pulse)) {
      LOG.info("{} is in the cluster as {}", pulse.node(), String.join(",", pulse.roles()));
    }
    if (pulse.unheard().contains(self)) {
      renew(pulse.node() + " does not hear this one");
    }
  }

  private void foundTogether() {
    roll.doubtAll();
    renew("members found together again");
  }

  private void renew(String why) {
    if (renewing || System.nanoTime() - renewedAt < PAUSE.toNanos()) {
      return;
    }
    renewing = true;
    LOG.warn("Renewing this member of the cluster ({})", why);
    membership.renew().onComplete(done -> renewed()).onFailure(Watchdog::tellFailure);
  }

  private void renewed() {
    context.runOnContext(
        now -> {
          renewing = false;
          renewedAt = System.nanoTime();
        });
  }

  private static void tellFailure(Throwable failure) {
    LOG.warn("This member of the cluster could not be renewed: {}", failure.toString());
  }
}
