package notjarvis.launcher.server;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Deployable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.function.IntSupplier;
import notjarvis.bus.Bus;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All four verticles in this process, with the embedded database unless one is configured. Stopping
 * goes the other way round: the doors first, the database last.
 */
public final class Application implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Application.class);

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private volatile boolean ending;
  private boolean closed;
  private IntSupplier openStreams = () -> 0;

  private Application() {}

  /**
   * Starts everything and writes the record of this instance; blocks until it is ready to be used.
   * From the first step on, the end of the process takes down what is there by then.
   *
   * @param lock the right to run in this home; released when the application closes
   * @throws CancellationException when the process is told to end meanwhile
   * @throws RuntimeException with a message for the person when a part cannot start
   */
  public static Application start(Settings settings, JarvisHome home, HomeLock lock) {
    Application application = new Application();
    application.parts.push(lock);
    try {
      application.closeWithTheProcess();
      application.open(settings, home);
      return application;
    } catch (RuntimeException e) {
      boolean toldToEnd = application.ending;
      application.close();
      throw toldToEnd ? new CancellationException("The process ends") : e;
    }
  }

  private void closeWithTheProcess() {
    try {
      Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop"));
    } catch (IllegalStateException e) {
      ending = true;
      throw e;
    }
  }

  /** Holds the monitor, so that a part which is starting is not closed under its feet. */
  private synchronized void open(Settings settings, JarvisHome home) {
    Settings complete = withDatabase(settings, home);
    PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    Vertx vertx = vertx(metrics);
    Bus bus = Bus.open(vertx);
    deploy(vertx, new PersistenceVerticle(bus, complete.persistence()));
    deploy(vertx, new ExecutorVerticle(bus, complete));
    deploy(vertx, new PlannerVerticle(bus, complete.planner()));
    String id = UUID.randomUUID().toString();
    GatewayVerticle gateway = new GatewayVerticle(bus, complete.gateway(), metrics, id);
    openStreams = gateway::openStreams;
    deploy(vertx, gateway);
    record(home, instance(settings, gateway.port(), id));
    Rehearsal rehearsal = Rehearsal.begin(vertx, bus);
    push(() -> await(rehearsal.stop()));
  }

  private static Instance instance(Settings settings, int port, String id) {
    return new Instance(
        ProcessHandle.current().pid(),
        settings.gateway().host(),
        port,
        id,
        SettingsMark.of(settings, System.getenv(), id));
  }

  private Settings withDatabase(Settings settings, JarvisHome home) {
    if (settings.persistence().databaseUrl().isPresent()) {
      return settings;
    }
    EmbeddedDatabase database = EmbeddedDatabase.start(home.folder());
    push(database);
    return settings.withDatabase(new Secret(database.url()));
  }

  private Vertx vertx(PrometheusMeterRegistry metrics) {
    Vertx vertx =
        Vertx.builder().with(options()).withMetrics(new MicrometerMetricsFactory(metrics)).build();
    parts.push(() -> await(vertx.close()));
    return vertx;
  }

  /** Files are read as files: unpacking some of the class path needs a folder to unpack them to. */
  private static VertxOptions options() {
    return new VertxOptions()
        .setMetricsOptions(new MicrometerMetricsOptions().setEnabled(true))
        .setFileSystemOptions(new FileSystemOptions().setClassPathResolvingEnabled(false));
  }

  private void deploy(Vertx vertx, Deployable verticle) {
    String id = await(vertx.deployVerticle(verticle));
    push(() -> await(vertx.undeploy(id)));
  }

  private void record(JarvisHome home, Instance instance) {
    home.instanceFile().write(instance);
    push(() -> home.instanceFile().delete());
  }

  private void push(AutoCloseable part) {
    parts.push(part);
    if (ending) {
      throw new CancellationException("The process ends");
    }
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
    ending = true;
    takeDown();
  }

  private synchronized void takeDown() {
    if (closed) {
      return;
    }
    closed = true;
    for (AutoCloseable part : parts) {
      close(part);
    }
  }

  private static void close(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      LOG.warn("A part did not stop well", e);
    }
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
