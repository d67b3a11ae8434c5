package notjarvis.launcher.server;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.IntSupplier;
import notjarvis.config.Secret;
import notjarvis.config.Settings;
import notjarvis.executor.ExecutorVerticle;
import notjarvis.gateway.GatewayVerticle;
import notjarvis.launcher.database.EmbeddedDatabase;
import notjarvis.launcher.home.HomeLock;
import notjarvis.launcher.home.Instance;
import notjarvis.launcher.home.JarvisHome;
import notjarvis.launcher.home.SettingsMark;
import notjarvis.persistence.PersistenceVerticle;
import notjarvis.planner.PlannerVerticle;

/**
 * The roles of this process, with the embedded database where persistence is among them and no
 * other one is configured. Stopping goes the other way round: the doors first, the database last.
 */
public final class Application implements AutoCloseable {
  private static final int NO_PORT = 0;

  private final Settings settings;
  private final Placement placement;
  private final boolean standing;
  private final JarvisHome home;
  private final Parts parts = new Parts();
  private final PrometheusMeterRegistry metrics =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private IntSupplier openStreams = () -> 0;

  private Application(Settings settings, Placement placement, boolean standing, JarvisHome home) {
    this.settings = settings;
    this.placement = placement;
    this.standing = standing;
    this.home = home;
  }

  /**
   * Starts all roles, for as long as a command needs them; see {@link #serve}.
   *
   * @param lock the right to run in this home; released when the application closes
   */
  static Application start(Settings settings, JarvisHome home, HomeLock lock) {
    return start(new Application(settings, Placement.whole(), false, home), lock);
  }

  /**
   * Starts the roles, to run until the process is told to end, and writes the record of this
   * instance; blocks until it is ready to be used. From the first step on, the end of the process
   * takes down what is there by then.
   *
   * @param lock the right to run in this home; released when the application closes
   * @throws CancellationException when the process is told to end meanwhile
   * @throws RuntimeException with a message for the person when a part cannot start
   */
  public static Application serve(
      Settings settings, Placement placement, JarvisHome home, HomeLock lock) {
    return start(new Application(settings, placement, true, home), lock);
  }

  private static Application start(Application application, HomeLock lock) {
    application.parts.push(lock);
    try {
      application.closeWithTheProcess();
      application.parts.open(application::open);
      return application;
    } catch (RuntimeException e) {
      boolean toldToEnd = application.parts.isEnding();
      application.close();
      throw toldToEnd ? new CancellationException("The process ends") : e;
    }
  }

  private void closeWithTheProcess() {
    try {
      Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop"));
    } catch (IllegalStateException e) {
      parts.end();
      throw e;
    }
  }

  private void open() {
    boolean ownDatabase =
        placement.has(Role.PERSISTENCE) && settings.persistence().databaseUrl().isEmpty();
    Ground ground = Ground.make(placement, ownDatabase, metrics, parts);
    Settings complete = ownDatabase ? withDatabase() : settings;
    deploy(ground, complete);
    String id = UUID.randomUUID().toString();
    record(id, placement.has(Role.GATEWAY) ? openDoor(ground, id) : NO_PORT);
    if (placement.has(Role.PLANNER)) {
      Rehearsal rehearsal = Rehearsal.begin(ground.vertx(), ground.bus());
      parts.push(() -> Waiting.untilOver(rehearsal.stop()));
    }
  }

  private Settings withDatabase() {
    EmbeddedDatabase database = EmbeddedDatabase.start(home.folder());
    parts.push(database);
    return settings.withDatabase(new Secret(database.url()));
  }

  private void deploy(Ground ground, Settings complete) {
    if (placement.has(Role.PERSISTENCE)) {
      ground.deploy(new PersistenceVerticle(ground.bus(), complete.persistence()));
    }
    if (placement.has(Role.EXECUTOR)) {
      ground.deploy(new ExecutorVerticle(ground.bus(), complete));
    }
    if (placement.has(Role.PLANNER)) {
      ground.deploy(new PlannerVerticle(ground.bus(), complete.planner()));
    }
  }

  private int openDoor(Ground ground, String id) {
    GatewayVerticle gateway = new GatewayVerticle(ground.bus(), settings.gateway(), metrics, id);
    openStreams = gateway::openStreams;
    ground.deploy(gateway);
    return gateway.port();
  }

  private void record(String id, int port) {
    long pid = ProcessHandle.current().pid();
    String roles = String.join(",", Role.names(placement.roles()));
    String mark = SettingsMark.of(settings, System.getenv(), id);
    String host = settings.gateway().host();
    home.instanceFile().write(new Instance(pid, host, port, id, roles, mark, standing));
    parts.push(() -> home.instanceFile().delete());
  }

  /** How many clients follow a run here. */
  public int openStreams() {
    return openStreams.getAsInt();
  }

  /**
   * Takes everything down, the newest part first; a part that fails does not keep the others up.
   */
  @Override
  public void close() {
    parts.close();
  }
}
