package notjarvis.gateway.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import notjarvis.json.Json;

/** How records are answered: as JSON, with all names in snake_case. */
final class Answers {
  private static final ObjectWriter WRITER =
      Json.mapper()
          .copy()
          .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .writer()
          .with(EnumFeature.WRITE_ENUMS_TO_LOWERCASE);

  private Answers() {}

  /** Answers with what was asked for, or fails the request. */
  static void ok(RoutingContext ctx, Future<?> answer) {
    answer.onSuccess(body -> send(ctx, 200, body)).onFailure(ctx::fail);
  }

  /** Answers with something new and where it is found. */
  static void created(RoutingContext ctx, String location, Object body) {
    ctx.response().putHeader("Location", location);
    send(ctx, 201, body);
  }

  static void send(RoutingContext ctx, int status, Object body) {
    ctx.response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .end(json(body));
  }

  private static Buffer json(Object body) {
    try {
      return Buffer.buffer(WRITER.writeValueAsBytes(body));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot be written as JSON: " + body.getClass(), e);
    }
  }
}
