package notjarvis.planner.gemini;

import io.vertx.circuitbreaker.CircuitBreaker;
import io.vertx.circuitbreaker.CircuitBreakerOptions;
import io.vertx.circuitbreaker.OpenCircuitException;
import io.vertx.circuitbreaker.RetryPolicy;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import notjarvis.config.Settings;
import notjarvis.json.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service behind its retries and its circuit breaker. */
final class GeminiService {
  private static final Logger LOG = LoggerFactory.getLogger(GeminiService.class);
  private static final int CONNECTIONS = 64;
  private static final int CONNECT_TIMEOUT_MS = 5_000;
  private static final int FAILURE_WINDOW_MS = 300_000;
  private static final int NO_TIMEOUT = -1;
  private static final int LONGEST_LOGGED = 300;

  private final Vertx vertx;
  private final Settings.Gemini settings;
  private final ServiceLimits limits;
  private final HttpClient client;
  private final RetryPolicy backoff;
  private final CircuitBreaker breaker;
  private volatile long openedAtNanos;
  private volatile boolean closed;

  GeminiService(Vertx vertx, Settings.Gemini settings, ServiceLimits limits) {
    this.vertx = vertx;
    this.settings = settings;
    this.limits = limits;
    client =
        vertx.createHttpClient(
            new HttpClientOptions().setConnectTimeout(CONNECT_TIMEOUT_MS),
            new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    backoff =
        RetryPolicy.exponentialDelayWithJitter(
            limits.firstDelay().toMillis(), limits.longestDelay().toMillis());
    breaker = breaker(vertx, limits);
    breaker.openHandler(opened -> rest()).failurePolicy(GeminiService::isOfTheService);
  }

  /** One failure is one answer in vain, retries included; its time limit is the deadline's work. */
  private static CircuitBreaker breaker(Vertx vertx, ServiceLimits limits) {
    CircuitBreakerOptions options =
        new CircuitBreakerOptions()
            .setTimeout(NO_TIMEOUT)
            .setMaxFailures(limits.failures())
            .setFailuresRollingWindow(FAILURE_WINDOW_MS)
            .setResetTimeout(limits.rest().toMillis());
    return CircuitBreaker.create("gemini", vertx, options);
  }

  private static boolean isOfTheService(Future<Object> result) {
    return result.cause() instanceof GeminiFailure failure && failure.trouble().isOfTheService();
  }

  private void rest() {
    openedAtNanos = System.nanoTime();
    LOG.warn("the model failed too often and is left alone for {}", limits.rest());
  }

  /** Asks for one answer; the future fails with a {@link GeminiFailure}. */
  Future<Answer> ask(GenerateRequest request, Thinking thinking) {
    Buffer body = Buffer.buffer(Json.write(request));
    return breaker.execute(() -> attempt(body, thinking, 0)).recover(this::whenResting);
  }

  Future<Void> close() {
    closed = true;
    breaker.close();
    return client.close();
  }

  private Future<Answer> attempt(Buffer body, Thinking thinking, int retries) {
    if (closed) {
      return Future.failedFuture(new GeminiFailure(Trouble.UNREACHABLE, "closed"));
    }
    if (thinking.unwanted().isComplete()) {
      return Future.failedFuture(new GeminiFailure(Trouble.UNWANTED, "nobody waits"));
    }
    Exchange exchange = new Exchange(vertx, limits, thinking.speech().attempt()::take);
    return exchange
        .begin(client, request(), body, thinking)
        .onComplete(done -> thinking.spend(exchange.usage()))
        .recover(failure -> again(failure, body, thinking, retries));
  }

  private RequestOptions request() {
    String model = URLEncoder.encode(settings.model(), StandardCharsets.UTF_8);
    String path = "/v1beta/models/" + model + ":streamGenerateContent?alt=sse";
    return new RequestOptions()
        .setMethod(HttpMethod.POST)
        .setAbsoluteURI(settings.baseUrl() + path)
        .putHeader("Content-Type", "application/json")
        .putHeader("x-goog-api-key", settings.key().value());
  }

  private Future<Answer> again(Throwable failed, Buffer body, Thinking thinking, int retries) {
    if (!(failed instanceof GeminiFailure failure)) {
      return Future.failedFuture(failed);
    }
    if (failure.trouble() != Trouble.UNWANTED) {
      log(failure, thinking, retries);
    }
    Duration wait = wait(failure, retries);
    boolean worthIt = failure.trouble().mayPass() && retries + 1 < limits.attempts();
    // the wait also ends when all is closed, and the attempt then says so
    return worthIt && thinking.deadline().allows(wait)
        ? vertx.timer(wait.toMillis()).transform(over -> attempt(body, thinking, retries + 1))
        : Future.failedFuture(failure);
  }

  /** By chance within a bound that doubles; never shorter than the service asks for. */
  private Duration wait(GeminiFailure failure, int retries) {
    Duration wait = Duration.ofMillis(1 + backoff.delay(failure, retries));
    Duration asked = failure.retryAfter();
    return asked == null ? wait : asked.plus(wait);
  }

  private void log(GeminiFailure failure, Thinking thinking, int retries) {
    String safe = String.valueOf(failure.getMessage()).replace(settings.key().value(), "***");
    LOG.warn(
        "run {}: attempt {} at the model failed: {}",
        thinking.runId(),
        retries + 1,
        Outside.line(safe, LONGEST_LOGGED));
  }

  private Future<Answer> whenResting(Throwable failed) {
    if (!(failed instanceof OpenCircuitException)) {
      return Future.failedFuture(failed);
    }
    Duration since = Duration.ofNanos(System.nanoTime() - openedAtNanos);
    Duration left = limits.rest().minus(since);
    Duration wait = left.isNegative() ? Duration.ZERO : left;
    return Future.failedFuture(new GeminiFailure(Trouble.RESTING, "circuit open", wait));
  }
}
