package notjarvis.gateway.http;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What every request gets: an id, the headers of caution, and a line in the log when it is over.
 */
public final class RequestHead {
  private static final Logger LOG = LoggerFactory.getLogger(RequestHead.class);
  private static final String ID_HEADER = "X-Request-Id";

  private RequestHead() {}

  /** Begins to handle a request. */
  public static void begin(RoutingContext ctx) {
    String id = prepare(ctx.response());
    long begun = System.nanoTime();
    ctx.addEndHandler(done -> log(ctx, id, begun));
    ctx.next();
  }

  /** The id of a request; one that has not begun yet, because nothing could take it, does now. */
  static String id(HttpServerResponse response) {
    @Nullable String given = response.headers().get(ID_HEADER);
    return given == null ? prepare(response) : given;
  }

  private static String prepare(HttpServerResponse response) {
    String id = UUID.randomUUID().toString();
    response
        .putHeader(ID_HEADER, id)
        .putHeader("Cache-Control", "no-store")
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
        .putHeader("Cross-Origin-Resource-Policy", "same-origin")
        .putHeader("Referrer-Policy", "no-referrer");
    return id;
  }

  private static void log(RoutingContext ctx, String id, long begun) {
    LOG.debug(
        "{} {} {} in {} ms, request {}",
        ctx.request().method(),
        ctx.request().path(),
        ctx.response().getStatusCode(),
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun),
        id);
  }
}
