package notjarvis.executor.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import notjarvis.json.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one HTTP client of the search: it sends single requests, and neither waits nor reads without
 * end. It follows no redirects, so a key goes nowhere but where it was meant to go.
 */
final class HttpCaller implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpCaller.class);

  private final Vertx vertx;
  private final CallLimits limits;
  private final WebClient client;

  HttpCaller(Vertx vertx, CallLimits limits) {
    this.vertx = vertx;
    this.limits = limits;
    // only a connection that is no longer read gets as idle as this
    int idle = Math.toIntExact(limits.request().multipliedBy(2).toMillis());
    this.client =
        WebClient.create(
            vertx,
            new WebClientOptions()
                .setUserAgent("not-jarvis")
                .setFollowRedirects(false)
                .setConnectTimeout(Math.toIntExact(limits.connect().toMillis()))
                .setIdleTimeout(idle)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setDecompressionSupported(true));
  }

  Vertx vertx() {
    return vertx;
  }

  CallLimits limits() {
    return limits;
  }

  HttpRequest<Buffer> request(HttpMethod method, String url) {
    return client.requestAbs(method, url).putHeader("Accept", "application/json");
  }

  /** Sends it once. The future never fails. */
  Future<Reply> send(HttpRequest<Buffer> request, Buffer content) {
    LimitedBody body = new LimitedBody(limits.bodyBytes());
    HttpRequest<Buffer> limited = request.copy().as(body);
    Future<HttpResponse<Buffer>> sent =
        content.length() == 0 ? limited.send() : limited.sendBuffer(content);
    return Future.all(sent, body.result())
        .timeout(limits.request().toMillis(), TimeUnit.MILLISECONDS)
        .onFailure(failure -> body.stop())
        .<Reply>map(both -> answer(sent.result()))
        .otherwise(HttpCaller::silence);
  }

  private static Reply answer(HttpResponse<Buffer> response) {
    JsonNode body = object(response.body());
    return new Reply.Answer(response.statusCode(), AskedPause.of(response, body), body);
  }

  private static JsonNode object(Buffer body) {
    try {
      JsonNode tree = Json.mapper().readTree(body.getBytes());
      return tree.isObject() ? tree : MissingNode.getInstance();
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }

  /** The exception's text stays out of the log: it can have the address with the key in it. */
  private static Reply silence(Throwable failure) {
    LOG.debug("A search request failed with {}", failure.getClass().getName());
    if (failure instanceof LimitedBody.TooLarge) {
      return Reply.Silence.TOO_LARGE;
    }
    return failure instanceof TimeoutException ? Reply.Silence.TOO_SLOW : Reply.Silence.UNREACHABLE;
  }

  @Override
  public void close() {
    client.close();
  }
}
