package notjarvis.gateway.http;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
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

  private Problems() {}

  /** Answers a request that failed. */
  public static void answer(RoutingContext ctx) {
    if (ctx.response().headWritten()) {
      ctx.request().connection().close();
    } else if (!ctx.response().closed()) {
      write(ctx.response(), problem(ctx));
    }
  }

  /** Answers what cannot be read as a request at all, and hangs up. */
  public static void answerMalformed(HttpServerRequest request) {
    Throwable cause = request.decoderResult().cause();
    int status =
        cause instanceof TooLongHttpLineException
            ? 414
            : cause instanceof TooLongHttpHeaderException ? 431 : 400;
    String id = RequestHead.prepare(request.response());
    write(request.response(), Problem.ofStatus(status, id));
    request.connection().close();
  }

  private static Problem problem(RoutingContext ctx) {
    String id = RequestHead.id(ctx);
    @Nullable Throwable failure = ctx.failure();
    if (failure instanceof Refusal refusal) {
      return Problem.of(refusal, id);
    }
    if (failure instanceof Failure known) {
      return Problem.of(known, id);
    }
    Problem problem = Problem.ofStatus(ctx.statusCode(), id);
    if (problem.status() == 500) {
      LOG.error("Request {} failed", id, failure);
    }
    return problem;
  }

  private static void write(HttpServerResponse response, Problem problem) {
    if (problem.status() == 503) {
      response.putHeader("Retry-After", RETRY_AFTER_SECONDS);
    }
    if (problem.status() == 413) {
      // what is still coming is not worth reading
      response.putHeader("Connection", "close");
    }
    response
        .setStatusCode(problem.status())
        .putHeader("Content-Type", Problem.CONTENT_TYPE)
        .end(Buffer.buffer(Json.writeBytes(problem)));
  }
}
