package notjarvis.launcher.chaos;

import io.vertx.core.Context;
import io.vertx.core.eventbus.Message;
import io.vertx.core.internal.VertxBootstrap;
import io.vertx.core.spi.VertxServiceProvider;
import io.vertx.core.spi.VertxTracerFactory;
import io.vertx.core.spi.tracing.SpanKind;
import io.vertx.core.spi.tracing.TagExtractor;
import io.vertx.core.spi.tracing.VertxTracer;
import io.vertx.core.tracing.TracingPolicy;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Ends the process in which it lies, as {@code kill -9} would, when a message reaches the {@link
 * Boundary} that the environment names. It is found by Vert.x, where the class path leads to it.
 */
public final class Mine implements VertxServiceProvider {
  static final String VARIABLE = "CHAOS_MINE";
  static final int EXIT_CODE = 137;

  @Override
  public void init(VertxBootstrap vertx) {
    String boundary = System.getenv(VARIABLE);
    if (boundary != null && !boundary.isEmpty()) {
      VertxTracerFactory laid = options -> new Trigger(Boundary.of(boundary));
      laid.init(vertx);
    }
  }

  /** Hears of each message from Vert.x; what it traces is the address alone. */
  private static final class Trigger implements VertxTracer<String, String> {
    private final Boundary boundary;
    private final AtomicInteger left;

    Trigger(Boundary boundary) {
      this.boundary = boundary;
      this.left = new AtomicInteger(boundary.times());
    }

    @Override
    public <R> @Nullable String sendRequest(
        Context context,
        SpanKind kind,
        TracingPolicy policy,
        R request,
        String operation,
        BiConsumer<String, String> headers,
        TagExtractor<R> tags) {
      return pass(Boundary.Side.ASKING, request);
    }

    @Override
    public <R> @Nullable String receiveRequest(
        Context context,
        SpanKind kind,
        TracingPolicy policy,
        R request,
        String operation,
        Iterable<Map.Entry<String, String>> headers,
        TagExtractor<R> tags) {
      return pass(Boundary.Side.ASKED, request);
    }

    @Override
    public <R> void sendResponse(
        Context context,
        @Nullable R response,
        String address,
        @Nullable Throwable failure,
        TagExtractor<R> tags) {
      pass(Boundary.Side.ANSWERING, address);
    }

    @Override
    public <R> void receiveResponse(
        Context context,
        @Nullable R response,
        String address,
        @Nullable Throwable failure,
        TagExtractor<R> tags) {
      pass(Boundary.Side.ANSWERED, address);
    }

    private @Nullable String pass(Boundary.Side side, Object request) {
      if (!(request instanceof Message<?> message)) {
        return null;
      }
      pass(side, message.address());
      return message.address();
    }

    private void pass(Boundary.Side side, String address) {
      if (boundary.isAt(side, address) && left.decrementAndGet() == 0) {
        Runtime.getRuntime().halt(EXIT_CODE);
      }
    }
  }
}
