package notjarvis.gateway.health;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import notjarvis.bus.Bus;
import notjarvis.journal.CheckHealth;
import notjarvis.journal.Health;
import notjarvis.journal.Journal;
import notjarvis.json.Json;

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
    router.get("/health/live").handler(this::live);
    router.get("/health/ready").handler(this::ready);
    router.get("/metrics").handler(this::metrics);
  }

  private void live(RoutingContext ctx) {
    answer(ctx, 200, new Liveness("UP", instance));
  }

  private void ready(RoutingContext ctx) {
    bus.ask(Journal.HEALTH, new CheckHealth())
        .otherwise(failure -> new Health(false, String.valueOf(failure.getMessage())))
        .map(Readiness::of)
        .onSuccess(readiness -> answer(ctx, readiness.httpStatus(), readiness));
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
