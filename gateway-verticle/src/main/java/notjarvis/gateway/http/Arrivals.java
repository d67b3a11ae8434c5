package notjarvis.gateway.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Hangs up on clients whose requests do not arrive: nothing, or a little now and then. How long the
 * server takes to answer does not count.
 */
public final class Arrivals {
  private final Vertx vertx;
  private final Duration patience;
  private final Map<HttpConnection, Long> timers = new HashMap<>();

  /**
   * A watch over one server, on its event loop.
   *
   * @param patience how long a client may take for the head of its next request, and then for all
   *     of it
   */
  public Arrivals(Vertx vertx, Duration patience) {
    this.vertx = vertx;
    this.patience = patience;
  }

  /** A client has connected. */
  public void opened(HttpConnection connection) {
    connection.closeHandler(closed -> forget(connection));
    await(connection, () -> true);
  }

  /** The head of a request has arrived; to be called for every request. */
  public void begun(RoutingContext ctx) {
    HttpServerRequest request = ctx.request();
    HttpConnection connection = request.connection();
    await(connection, () -> !request.isEnded());
    ctx.addEndHandler(done -> answered(connection));
    ctx.next();
  }

  /** A connection that was closed meanwhile is not waited for. */
  private void answered(HttpConnection connection) {
    if (timers.containsKey(connection)) {
      await(connection, () -> true);
    }
  }

  private void await(HttpConnection connection, BooleanSupplier isMissing) {
    long timer = vertx.setTimer(patience.toMillis(), late -> check(connection, isMissing));
    cancel(timers.put(connection, timer));
  }

  private static void check(HttpConnection connection, BooleanSupplier isMissing) {
    if (isMissing.getAsBoolean()) {
      connection.close();
    }
  }

  private void forget(HttpConnection connection) {
    cancel(timers.remove(connection));
  }

  private void cancel(@Nullable Long timer) {
    if (timer != null) {
      vertx.cancelTimer(timer);
    }
  }
}
