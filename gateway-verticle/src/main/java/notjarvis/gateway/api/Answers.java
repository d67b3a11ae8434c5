package notjarvis.gateway.api;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import notjarvis.json.Json;

/** How records are answered: as the JSON that they have everywhere, in the journal too. */
final class Answers {
  private Answers() {}

  /** Answers with what was asked for, or fails the request. */
  static void ok(RoutingContext ctx, Future<?> answer) {
    answer.map(Json::writeBytes).onSuccess(body -> send(ctx, 200, body)).onFailure(ctx::fail);
  }

  /** Answers with something new and where it is found. */
  static void created(RoutingContext ctx, String location, Object body) {
    ctx.response().putHeader("Location", location);
    send(ctx, 201, Json.writeBytes(body));
  }

  static void send(RoutingContext ctx, int status, byte[] body) {
    ctx.response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .end(Buffer.buffer(body));
  }
}
