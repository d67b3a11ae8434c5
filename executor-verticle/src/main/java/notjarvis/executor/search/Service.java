package notjarvis.executor.search;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.circuitbreaker.CircuitBreaker;
import io.vertx.circuitbreaker.CircuitBreakerOptions;
import io.vertx.circuitbreaker.OpenCircuitException;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import notjarvis.config.Secret;
import notjarvis.failure.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One search service behind its breaker: asked again while that may help, left alone when it keeps
 * failing. What it refuses with a 4xx is an answer, and leaves the breaker closed.
 */
final class Service {
  private static final Logger LOG = LoggerFactory.getLogger(Service.class);

  private static final int FAILURES_COUNT_FOR_MS = 60_000;
  private static final int LONGEST_LOGGED = 200;

  private final String name;
  private final URI base;
  private final HttpCaller caller;
  private final CallLimits limits;
  private final Optional<Secret> key;
  private final CircuitBreaker breaker;

  /** One of the tries of a request, counted from 1, and when the first of them began. */
  private record Try(HttpRequest<Buffer> request, Buffer content, int number, long begun) {
    Try next() {
      return new Try(request, content, number + 1, begun);
    }

    Duration since() {
      return Duration.ofNanos(System.nanoTime() - begun);
    }
  }

  Service(String name, URI base, HttpCaller caller, Optional<Secret> key) {
    this.name = name;
    this.key = key;
    this.base = base;
    this.caller = caller;
    this.limits = caller.limits();
    this.breaker =
        CircuitBreaker.create(
            name,
            caller.vertx(),
            new CircuitBreakerOptions()
                .setTimeout(-1)
                .setMaxFailures(limits.failures())
                .setFailuresRollingWindow(FAILURES_COUNT_FOR_MS)
                .setResetTimeout(limits.rest().toMillis()));
  }

  HttpRequest<Buffer> request(HttpMethod method, String path) {
    return caller.request(method, base + path);
  }

  /** Asks without a body; fails with a {@link Failure} when there is no answer worth reading. */
  Future<Reply.Answer> ask(HttpRequest<Buffer> request) {
    return ask(request, Buffer.buffer());
  }

  /** Asks with a body. */
  Future<Reply.Answer> ask(HttpRequest<Buffer> request, Buffer content) {
    return breaker
        .execute(() -> send(new Try(request, content, 1, System.nanoTime())).compose(this::judged))
        .recover(failure -> Future.failedFuture(told(failure)));
  }

  private Future<Reply> send(Try current) {
    return caller
        .send(current.request(), current.content())
        .compose(reply -> settle(current, reply));
  }

  private Future<Reply> settle(Try current, Reply reply) {
    Optional<Duration> pause = limits.pauseBeforeNext(reply, current.number(), current.since());
    return pause.isEmpty() ? Future.succeededFuture(reply) : sendAfter(pause.get(), current.next());
  }

  private Future<Reply> sendAfter(Duration pause, Try next) {
    long delay = Math.max(1, pause.toMillis());
    return caller.vertx().timer(delay, TimeUnit.MILLISECONDS).compose(rested -> send(next));
  }

  private Future<Reply.Answer> judged(Reply reply) {
    return reply.fold(this::judged, silence -> Future.failedFuture(told(silence)));
  }

  private Future<Reply.Answer> judged(Reply.Answer answer) {
    if (!answer.isOk()) {
      LOG.warn("{} answered HTTP {}: {}", name, answer.status(), said(answer.body()));
    }
    return answer.isServiceFault()
        ? Future.failedFuture(failure("is out of order (HTTP " + answer.status() + ")"))
        : Future.succeededFuture(answer);
  }

  /** The service's own words, for the log alone: cut, in one line and without the key. */
  private String said(JsonNode body) {
    String text =
        Stream.of("/detail/error", "/error/message", "/error")
            .map(body::at)
            .filter(JsonNode::isTextual)
            .map(JsonNode::textValue)
            .findFirst()
            .orElse("");
    String line = PlainText.ofHtml(key.map(it -> text.replace(it.value(), "***")).orElse(text));
    return line.length() > LONGEST_LOGGED ? line.substring(0, LONGEST_LOGGED) : line;
  }

  private Failure told(Reply.Silence silence) {
    return switch (silence) {
      case UNREACHABLE ->
          Failure.unavailable(
              "I cannot reach the search service (" + name + " at " + shown() + ").");
      case TOO_SLOW ->
          failure("did not answer within " + limits.request().toSeconds() + " seconds");
      case TOO_LARGE -> failure("answered with more than I am willing to read");
    };
  }

  private Throwable told(Throwable failure) {
    return failure instanceof OpenCircuitException
        ? failure("failed several times in a row, so I leave it alone for a while")
        : failure;
  }

  /** The base without what an operator may have hidden in it. */
  private String shown() {
    String port = base.getPort() == -1 ? "" : ":" + base.getPort();
    return base.getScheme() + "://" + base.getHost() + port;
  }

  /** A failure of this service, with what comes after its name and before the full stop. */
  Failure failure(String predicate) {
    return Failure.unavailable(name + " " + predicate + ".");
  }

  Failure refused(int status) {
    return failure("refused the search (HTTP " + status + ")");
  }

  Failure notUnderstood() {
    return failure("at " + shown() + " answered in a form that I do not know");
  }
}
