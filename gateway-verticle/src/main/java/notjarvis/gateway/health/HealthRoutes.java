package notjarvis.gateway.health;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import notjarvis.bus.Bus;
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

  public HealthRoutes(Bus bus, PrometheusMeterRegistry metrics, String instance) {
    this.bus = bus;
    this.metrics = metrics;
    this.instance = instance;
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
    Future<PlannerHealth> planner = planner();
    database()
        .compose(database -> planner.map(each -> Readiness.of(database, each)))
        .onSuccess(readiness -> answer(ctx, readiness.httpStatus(), readiness));
  }

  private Future<Health> database() {
    return bus.ask(Journal.HEALTH, new CheckHealth())
        .otherwise(failure -> new Health(false, String.valueOf(failure.getMessage())));
  }

  private Future<PlannerHealth> planner() {
    return bus.ask(Runs.HEALTH, new CheckPlanner())
        .otherwise(failure -> new PlannerHealth(false, String.valueOf(failure.getMessage())));
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
