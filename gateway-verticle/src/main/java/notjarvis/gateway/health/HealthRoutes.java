package notjarvis.gateway.health;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import notjarvis.bus.Bus;
import notjarvis.failure.FailureCode;
import notjarvis.gateway.http.Problems;
import notjarvis.journal.CheckHealth;
import notjarvis.journal.Health;
import notjarvis.journal.Journal;
import notjarvis.json.Json;
import notjarvis.run.CheckPlanner;
import notjarvis.run.PlannerHealth;
import notjarvis.run.Runs;

/** {@code /health/live}, {@code /health/ready} and {@code /metrics}. */
public final class HealthRoutes {
  private final Bus bus;
  private final PrometheusMeterRegistry metrics;
  private final String instance;
  private final ExecutorWatch executors;

  public HealthRoutes(Bus bus, PrometheusMeterRegistry metrics, String instance) {
    this.bus = bus;
    this.metrics = metrics;
    this.instance = instance;
    this.executors = new ExecutorWatch(bus);
  }

  public void mount(Router router) {
    mount(router, "/health/live", this::live);
    mount(router, "/health/ready", this::ready);
    mount(router, "/metrics", this::metrics);
  }

  private static void mount(Router router, String path, Handler<RoutingContext> handler) {
    router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD).handler(handler);
    router.route(path).handler(Problems.allowing("GET, HEAD"));
  }

  private void live(RoutingContext ctx) {
    answer(ctx, 200, new Liveness("UP", instance));
  }

  private void ready(RoutingContext ctx) {
    Future<PlannerHealth> planner = bus.ask(Runs.HEALTH, new CheckPlanner());
    Future<Health> database = bus.ask(Journal.HEALTH, new CheckHealth());
    Future.join(planner, database)
        .transform(asked -> Future.succeededFuture(readiness(database, planner)))
        .onSuccess(readiness -> answer(ctx, readiness.httpStatus(), readiness));
  }

  private Readiness readiness(Future<Health> database, Future<PlannerHealth> planner) {
    List<String> missing = new ArrayList<>();
    if (isNobodyThere(planner)) {
      missing.add("planner");
    }
    if (!executors.isThere()) {
      missing.add("executor");
    }
    if (isNobodyThere(database)) {
      missing.add("persistence");
    }
    return Readiness.of(
        database.succeeded() ? database.result() : new Health(false, words(database)),
        planner.succeeded() ? planner.result() : new PlannerHealth(false, words(planner)),
        missing);
  }

  private static boolean isNobodyThere(Future<?> asked) {
    return asked.failed() && FailureCode.of(asked.cause()) == FailureCode.UNAVAILABLE;
  }

  private static String words(Future<?> failed) {
    return String.valueOf(failed.cause().getMessage());
  }

  private void metrics(RoutingContext ctx) {
    ctx.response()
        .putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
        .end(metrics.scrape());
  }

  private static Future<Void> answer(RoutingContext ctx, int status, Object body) {
    return ctx.response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .end(Buffer.buffer(Json.writeBytes(body)));
  }
}
