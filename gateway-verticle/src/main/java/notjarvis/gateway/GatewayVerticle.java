package notjarvis.gateway;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.net.BindException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import notjarvis.bus.Bus;
import notjarvis.bus.Registration;
import notjarvis.config.Settings;
import notjarvis.failure.Failure;
import notjarvis.failure.FailureCode;
import notjarvis.gateway.api.Api;
import notjarvis.gateway.auth.SignIn;
import notjarvis.gateway.health.HealthRoutes;
import notjarvis.gateway.http.Arrivals;
import notjarvis.gateway.http.LocalOnly;
import notjarvis.gateway.http.Problems;
import notjarvis.gateway.http.RequestHead;
import notjarvis.gateway.plain.StreamGoal;
import notjarvis.gateway.run.Followers;
import notjarvis.gateway.run.RunMeters;
import notjarvis.gateway.run.RunStarter;
import notjarvis.gateway.run.RunStreams;
import notjarvis.gateway.sse.StreamLimits;
import notjarvis.journal.Committed;
import notjarvis.journal.Journal;
import notjarvis.run.Runs;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP side of Not-Jarvis: takes goals, streams what becomes of them, and says how it is.
 * Without a sign-in it listens on this machine only.
 */
public final class GatewayVerticle extends VerticleBase {
  private static final int LONGEST_HEADERS = 16 * 1024;
  private static final int LONGEST_ADDRESS = 4 * 1024;
  private static final Duration GRACE = Duration.ofSeconds(5);
  private static final Duration OFTEN = Duration.ofSeconds(1);
  private static final Duration FAREWELL = Duration.ofSeconds(1);

  /** What is for whoever signs in; the rest is for those who operate the server. */
  private static final List<String> PRIVATE = List.of("/not-jarvis/*", "/v1/*");

  /** What the router itself says when no route takes a request. */
  private static final List<Integer> NO_ROUTE = List.of(400, 404);

  private final Bus bus;
  private final Settings.Gateway settings;
  private final PrometheusMeterRegistry metrics;
  private final String instance;
  private final StreamLimits limits;
  private final Followers followers;
  private final RunMeters meters;
  private @Nullable HttpServer server;
  private List<Registration> listening = List.of();

  /**
   * Prepares the verticle.
   *
   * @param metrics what {@code /metrics} shows
   * @param instance the name under which this instance answers {@code /health/live}
   */
  public GatewayVerticle(
      Bus bus, Settings.Gateway settings, PrometheusMeterRegistry metrics, String instance) {
    this(bus, settings, metrics, instance, StreamLimits.DEFAULT);
  }

  GatewayVerticle(
      Bus bus,
      Settings.Gateway settings,
      PrometheusMeterRegistry metrics,
      String instance,
      StreamLimits limits) {
    this.bus = bus;
    this.settings = settings;
    this.metrics = metrics;
    this.instance = instance;
    this.limits = limits;
    this.followers = new Followers(bus);
    this.meters = new RunMeters(metrics, followers);
  }

  /**
   * Begins to listen.
   *
   * @throws notjarvis.config.ConfigurationException when others could reach it, and nobody has to
   *     sign in
   */
  @Override
  public Future<?> start() {
    Optional<LocalOnly> guard = LocalOnly.guarding(settings);
    Arrivals arrivals = new Arrivals(vertx, limits.silence());
    HttpServer http =
        vertx
            .createHttpServer(options())
            .requestHandler(router(guard, arrivals))
            .connectionHandler(arrivals::opened)
            .invalidRequestHandler(Problems::answerMalformed);
    server = http;
    listening =
        List.of(
            bus.listen(Journal.COMMITTED, this::happened),
            bus.listen(Runs.WORDS, followers::heard));
    vertx.setPeriodic(limits.heartbeat().toMillis(), tick -> followers.beat());
    vertx.setPeriodic(OFTEN.toMillis(), tick -> everySecond());
    return Future.all(listening.stream().map(Registration::completion).toList())
        .compose(heard -> http.listen())
        .recover(this::explain);
  }

  /** Lets open streams finish for a while, then tells them why they end; their runs go on. */
  @Override
  public Future<?> stop() {
    if (server == null) {
      return Future.succeededFuture();
    }
    vertx.setTimer(GRACE.toMillis(), late -> followers.leave());
    // readers who do not take the farewell are cut off
    Duration longest = GRACE.plus(FAREWELL);
    Future<Void> closed = server.shutdown(longest.toMillis(), TimeUnit.MILLISECONDS);
    return closed.eventually(
        () -> Future.all(listening.stream().map(Registration::close).toList()));
  }

  /** The port that it listens on, once it has started. */
  public int port() {
    if (server == null) {
      throw new IllegalStateException("the gateway has not started");
    }
    return server.actualPort();
  }

  /** How many streams are open now; may be asked by any thread. */
  public int openStreams() {
    return followers.count();
  }

  private void happened(Committed news) {
    meters.heard(news);
    followers.heard(news);
  }

  private void everySecond() {
    followers.catchUp();
    followers.endExpired();
  }

  private Router router(Optional<LocalOnly> guard, Arrivals arrivals) {
    Router router = Router.router(vertx);
    router.route().handler(RequestHead::begin).failureHandler(Problems::answer);
    router.route().handler(arrivals::begun);
    guard.ifPresent(local -> router.route().handler(local::check));
    new HealthRoutes(bus, metrics, instance).mount(router);
    SignIn signIn = SignIn.with(settings.jwtSecret());
    PRIVATE.forEach(path -> router.route(path).handler(signIn::check));
    RunStarter starter = new RunStarter(bus, meters);
    RunStreams streams = new RunStreams(followers, starter, meters, limits);
    new StreamGoal(streams, settings).mount(router);
    new Api(bus, starter, streams, settings).mount(router);
    NO_ROUTE.forEach(status -> router.errorHandler(status, Problems.always(status)));
    return router;
  }

  private HttpServerOptions options() {
    return new HttpServerOptions()
        .setHost(settings.host())
        .setPort(settings.port())
        .setHttp2ClearTextEnabled(false)
        .setMaxHeaderSize(LONGEST_HEADERS)
        .setMaxInitialLineLength(LONGEST_ADDRESS)
        // ends forgotten connections, and readers who stopped; whoever is slow gets on
        .setIdleTimeout(Math.toIntExact(limits.silence().toMillis()))
        .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
  }

  private Future<HttpServer> explain(Throwable failure) {
    if (!(failure instanceof BindException)) {
      return Future.failedFuture(failure);
    }
    return Future.failedFuture(
        new Failure(
            FailureCode.CONFLICT,
            "Cannot listen on "
                + settings.host()
                + ":"
                + settings.port()
                + ": "
                + failure.getMessage()
                + ". Another program may use that port: set PORT or --port to another one."));
  }
}
