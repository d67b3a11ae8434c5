package notjarvis.launcher.server;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Deployable;
import io.vertx.core.Vertx;
import io.vertx.core.VertxBuilder;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.util.List;
import notjarvis.bus.Bus;
import notjarvis.failure.Failure;
import notjarvis.failure.FailureCode;
import notjarvis.launcher.cluster.Cluster;
import notjarvis.launcher.cluster.Membership;
import notjarvis.launcher.cluster.Work;

/**
 * What the verticles of a process stand on: its Vert.x instance, by itself or in a cluster, and the
 * bus. It is a part like they are, taken down after them.
 */
final class Ground {
  private final Parts parts;
  private final Vertx vertx;
  private final Bus bus;

  private Ground(Parts parts, Vertx vertx) {
    this.parts = parts;
    this.vertx = vertx;
    this.bus = Bus.open(vertx);
  }

  /**
   * Makes it; blocks until other members are known, where there are any.
   *
   * @param ownDatabase whether this process is about to start a database for the journal
   * @throws Failure when the cluster cannot be joined, or has a journal elsewhere
   */
  static Ground make(
      Placement placement, boolean ownDatabase, PrometheusMeterRegistry metrics, Parts parts) {
    VertxBuilder builder = Vertx.builder().withMetrics(new MicrometerMetricsFactory(metrics));
    if (placement.isAlone()) {
      return new Ground(parts, kept(builder.with(options()).build(), parts));
    }
    Cluster cluster = placement.cluster().orElseThrow();
    Membership membership =
        cluster.membership(new Work(Role.names(placement.roles()), ownDatabase));
    builder.with(options().setEventBusOptions(cluster.eventBus())).withClusterManager(membership);
    Ground ground = new Ground(parts, kept(Waiting.until(builder.buildClustered()), parts));
    membership.onLeft(ground.bus()::askAgain);
    demandOneJournal(membership.others(), placement, ownDatabase);
    return ground;
  }

  private static Vertx kept(Vertx vertx, Parts parts) {
    parts.push(() -> Waiting.untilOver(vertx.close()));
    return vertx;
  }

  /** Files are read as files: unpacking some of the class path needs a folder to unpack them to. */
  private static VertxOptions options() {
    return new VertxOptions()
        .setMetricsOptions(new MicrometerMetricsOptions().setEnabled(true))
        .setFileSystemOptions(new FileSystemOptions().setClassPathResolvingEnabled(false));
  }

  /** A database that a process starts for itself cannot be the one of another process too. */
  private static void demandOneJournal(
      List<Work> others, Placement placement, boolean ownDatabase) {
    boolean apart =
        others.stream()
            .filter(other -> other.roles().contains(Role.PERSISTENCE.wireName()))
            .anyMatch(other -> ownDatabase || other.ownDatabase());
    if (placement.has(Role.PERSISTENCE) && apart) {
      throw new Failure(
          FailureCode.CONFLICT,
          "Another process of the cluster keeps the journal already, and two of them need one"
              + " database: set DATABASE_URL to the same one for both, or leave persistence out"
              + " of JARVIS_ROLES here.");
    }
  }

  Vertx vertx() {
    return vertx;
  }

  Bus bus() {
    return bus;
  }

  void deploy(Deployable verticle) {
    String id = Waiting.until(vertx.deployVerticle(verticle));
    parts.push(() -> Waiting.untilOver(vertx.undeploy(id)));
  }
}
