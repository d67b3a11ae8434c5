package notjarvis.gateway.api;

import io.vertx.ext.web.RoutingContext;
import notjarvis.bus.Bus;
import notjarvis.gateway.auth.SignIn;
import notjarvis.gateway.http.JsonBody;
import notjarvis.gateway.http.Refusal;
import notjarvis.history.Histories;
import notjarvis.history.Prune;
import notjarvis.thread.ThreadKey;

/** {@code /v1/prune}: deletes what is old, of all owners, for whoever operates the server. */
final class PruneRoute {
  private static final String DAYS = "days";

  private final Bus bus;

  PruneRoute(Bus bus) {
    this.bus = bus;
  }

  void prune(RoutingContext ctx) {
    if (!SignIn.owner(ctx).equals(ThreadKey.LOCAL_OWNER)) {
      throw Refusal.of(
          403, "What is old is deleted for all, so only the user \"local\" may have it deleted.");
    }
    JsonBody body = JsonBody.read(ctx.body().buffer(), DAYS);
    Answers.ok(ctx, bus.ask(Histories.PRUNE, new Prune(body.days(DAYS))));
  }
}
