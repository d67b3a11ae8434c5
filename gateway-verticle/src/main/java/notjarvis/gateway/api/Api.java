package notjarvis.gateway.api;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import notjarvis.bus.Bus;
import notjarvis.config.Settings;
import notjarvis.gateway.http.JsonBody;
import notjarvis.gateway.http.Problems;
import notjarvis.gateway.run.BlobAddress;
import notjarvis.gateway.run.RunStarter;
import notjarvis.gateway.run.RunStreams;

/** What is served under {@code /v1}; to be mounted after the sign-in. */
public final class Api {
  private final ThreadRoutes threads;
  private final RunRoutes runs;
  private final ApprovalRoutes approvals;
  private final BlobRoutes blobs;
  private final PruneRoute prune;
  private final BodyHandler body;

  public Api(Bus bus, RunStarter starter, RunStreams streams, Settings.Gateway settings) {
    this.threads = new ThreadRoutes(bus);
    this.runs = new RunRoutes(bus, starter, streams, settings.goalLimit());
    this.approvals = new ApprovalRoutes(bus);
    this.blobs = new BlobRoutes(bus);
    this.prune = new PruneRoute(bus);
    this.body = BodyHandler.create(false).setBodyLimit(settings.bodyLimit());
  }

  public void mount(Router router) {
    get(router, "/v1/threads", threads::list);
    get(router, "/v1/threads/:thread", threads::read);
    get(router, "/v1/threads/:thread/state", threads::state);
    post(router, "/v1/threads/:thread/fork", threads::fork);
    post(router, "/v1/threads/:thread/runs", runs::start);
    get(router, "/v1/runs/:id", runs::read);
    // a stream has no head without its body
    router.get("/v1/runs/:id/events").handler(runs::events);
    router.route("/v1/runs/:id/events").handler(Problems.allowing("GET"));
    router.post("/v1/runs/:id/cancel").handler(runs::cancel);
    router.route("/v1/runs/:id/cancel").handler(Problems.allowing("POST"));
    post(router, "/v1/runs/:id/steer", runs::steer);
    get(router, "/v1/approvals", approvals::list);
    read(router, "/v1/approvals/:id", approvals::read);
    take(router, "/v1/approvals/:id", approvals::answer);
    router.route("/v1/approvals/:id").handler(Problems.allowing("GET, HEAD, POST"));
    get(router, BlobAddress.BLOBS + ":id", blobs::read);
    post(router, "/v1/prune", prune::prune);
  }

  private static void get(Router router, String path, Handler<RoutingContext> handler) {
    read(router, path, handler);
    router.route(path).handler(Problems.allowing("GET, HEAD"));
  }

  private static void read(Router router, String path, Handler<RoutingContext> handler) {
    router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD).handler(handler);
  }

  private void post(Router router, String path, Handler<RoutingContext> handler) {
    take(router, path, handler);
    router.route(path).handler(Problems.allowing("POST"));
  }

  private void take(Router router, String path, Handler<RoutingContext> handler) {
    router.route(HttpMethod.POST, path).handler(JsonBody::demand);
    router.route(HttpMethod.POST, path).handler(body).handler(handler);
  }
}
