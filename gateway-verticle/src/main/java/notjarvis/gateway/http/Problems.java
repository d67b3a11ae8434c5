package notjarvis.gateway.http;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import notjarvis.failure.Failure;
import notjarvis.json.Json;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever stopped a request into one {@link Problem}. */
public final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final String RETRY_AFTER_SECONDS = "5";
  private static final long FAREWELL_MS = 1_000;

  private Problems() {}

  /** Answers a request that failed. */
  public static void answer(RoutingContext ctx) {
    answer(ctx, problem(ctx));
  }

  /** Answers every request that no route takes with this status. */
  public static Handler<RoutingContext> always(int status) {
    return ctx -> answer(ctx, Problem.ofStatus(status, RequestHead.id(ctx.response())));
  }

  /** Answers a request whose method is none of those that its address takes. */
  public static Handler<RoutingContext> allowing(String methods) {
    return ctx -> {
      ctx.response().putHeader("Allow", methods);
      ctx.fail(405);
    };
  }

  /** Answers what cannot be read as a request at all, and hangs up. */
  public static void answerMalformed(HttpServerRequest request) {
    Throwable cause = request.decoderResult().cause();
    HttpServerResponse response = request.response();
    write(response, Problem.ofStatus(malformed(cause), RequestHead.id(response)));
    request.connection().close();
  }

  private static int malformed(Throwable cause) {
    if (cause instanceof TooLongHttpLineException) {
      return 414;
    }
    return cause instanceof TooLongHttpHeaderException ? 431 : 400;
  }

  private static void answer(RoutingContext ctx, Problem problem) {
    if (ctx.response().closed()) {
      return;
    }
    if (ctx.response().headWritten()) {
      // a stream that cannot go on: its reader comes back
      ctx.request().connection().close();
      return;
    }
    if (problem.status() == 413) {
      // what is still coming is dropped for a moment, so that the answer is read before the end
      ctx.response().putHeader("Connection", "close");
      ctx.vertx().setTimer(FAREWELL_MS, late -> ctx.request().connection().close());
    }
    write(ctx.response(), problem);
  }

  private static Problem problem(RoutingContext ctx) {
    String id = RequestHead.id(ctx.response());
    @Nullable Throwable failure = ctx.failure();
    if (failure instanceof Refusal refusal) {
      return Problem.of(refusal, id);
    }
    if (failure instanceof Failure known) {
      return Problem.of(known, id);
    }
    Problem problem = Problem.ofStatus(ctx.statusCode(), id);
    if (problem.status() == 500 && !ctx.response().closed()) {
      LOG.error("Request {} failed", id, failure);
    }
    return problem;
  }

  private static void write(HttpServerResponse response, Problem problem) {
    if (problem.status() == 503) {
      response.putHeader("Retry-After", RETRY_AFTER_SECONDS);
    }
    response
        .setStatusCode(problem.status())
        .putHeader("Content-Type", Problem.CONTENT_TYPE)
        .end(Buffer.buffer(Json.writeBytes(problem)));
  }
}
