package notjarvis.testing;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import notjarvis.config.Secret;
import notjarvis.config.Settings;
import notjarvis.json.Json;

/**
 * Stands in for Google Gemini on loopback and speaks its protocol: events with CRLF, cut up in odd
 * places; error bodies; the checks of key, path and body. A request that the service would refuse
 * is refused before the script is asked.
 *
 * <pre>{@code
 * try (GeminiStandIn gemini = GeminiStandIn.start(vertx)) {
 *   gemini.then(deciding("I look it up.", "search", Map.of("query", "MIT")), finishing("Done."));
 * }
 * }</pre>
 */
public final class GeminiStandIn implements AutoCloseable {
  /** The only key that it accepts. */
  public static final String KEY = "AIzaStandInKeyForTestsOnly";

  private static final Pattern PATH =
      Pattern.compile("/v1beta/models/(gemini-[A-Za-z0-9.-]+):streamGenerateContent");

  private final HttpServer server;
  private final Queue<GeminiAnswer> queue = new ConcurrentLinkedQueue<>();
  private final List<GeminiRequest> requests = new CopyOnWriteArrayList<>();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicInteger abandoned = new AtomicInteger();
  private volatile Function<GeminiRequest, GeminiAnswer> script =
      request -> GeminiAnswer.error(400, "INVALID_ARGUMENT", "The stand-in has no more answers.");

  private GeminiStandIn(Vertx vertx) {
    server = vertx.createHttpServer().requestHandler(this::receive);
  }

  /** Starts it on a free port. Not to be called on an event loop. */
  public static GeminiStandIn start(Vertx vertx) {
    GeminiStandIn standIn = new GeminiStandIn(vertx);
    wait(standIn.server.listen(0, "127.0.0.1"));
    return standIn;
  }

  /** The next requests are answered with these, one after the other. */
  public GeminiStandIn then(GeminiAnswer... answers) {
    queue.addAll(List.of(answers));
    return this;
  }

  /** Requests are answered by this function once all of {@link #then} is used up. */
  public GeminiStandIn answering(Function<GeminiRequest, GeminiAnswer> answers) {
    script = answers;
    return this;
  }

  /** What to set as {@code GEMINI_BASE_URL}. */
  public URI baseUri() {
    return URI.create("http://127.0.0.1:" + server.actualPort());
  }

  /** Settings that lead to it. */
  public Settings.Gemini settings(String model, Duration deadline) {
    return new Settings.Gemini(new Secret(KEY), model, baseUri(), deadline);
  }

  /** The requests so far that were in order, oldest first. */
  public List<GeminiRequest> requests() {
    return List.copyOf(requests);
  }

  /** How many requests the service would have refused. */
  public int refused() {
    return refused.get();
  }

  /** How many answers the client did not wait for: it closed the connection. */
  public int abandoned() {
    return abandoned.get();
  }

  @Override
  public void close() {
    wait(server.close());
  }

  private static void wait(Future<?> done) {
    done.toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
  }

  private void receive(HttpServerRequest http) {
    http.body()
        .map(body -> answer(http, body))
        .onSuccess(answer -> send(http, answer))
        .onFailure(e -> send(http, GeminiAnswer.error(500, "INTERNAL", "stand-in: " + e)));
  }

  private GeminiAnswer answer(HttpServerRequest http, Buffer body) {
    Optional<GeminiError> denied = denied(http);
    if (denied.isPresent()) {
      return refuse(denied.get());
    }
    Matcher path = PATH.matcher(http.path());
    if (!path.matches()) {
      return refuse(GeminiError.of(404, "NOT_FOUND", http.path() + " is not found."));
    }
    GeminiRequest request;
    try {
      request = new GeminiRequest(path.group(1), Json.mapper().readTree(body.getBytes()));
    } catch (IOException e) {
      return refuse(GeminiError.invalidArgument("Invalid JSON payload received."));
    }
    return GeminiRules.breach(request).map(this::refuse).orElseGet(() -> scripted(request));
  }

  private static Optional<GeminiError> denied(HttpServerRequest http) {
    String key = http.getHeader("x-goog-api-key");
    if (key == null || http.getParam("key") != null) {
      return Optional.of(
          GeminiError.of(403, "PERMISSION_DENIED", "Method doesn't allow unregistered callers."));
    }
    if (!key.equals(KEY)) {
      return Optional.of(GeminiError.invalidKey());
    }
    boolean wellAsked =
        http.method().equals(HttpMethod.POST)
            && "sse".equals(http.getParam("alt"))
            && String.valueOf(http.getHeader("Content-Type")).startsWith("application/json");
    return wellAsked
        ? Optional.empty()
        : Optional.of(GeminiError.invalidArgument("POST of JSON with alt=sse is served here."));
  }

  private GeminiAnswer refuse(GeminiError error) {
    refused.incrementAndGet();
    return GeminiAnswer.error(error);
  }

  private GeminiAnswer scripted(GeminiRequest request) {
    requests.add(request);
    return Optional.ofNullable(queue.poll()).orElseGet(() -> script.apply(request));
  }

  private void send(HttpServerRequest http, GeminiAnswer answer) {
    HttpServerResponse response = http.response();
    http.connection().closeHandler(closed -> abandoned(response, answer));
    if (answer.status() == 0) {
      return;
    }
    response
        .setStatusCode(answer.status())
        .putHeader("Content-Type", answer.contentType())
        .setChunked(true);
    Future<Void> written = response.writeHead();
    for (byte[] piece : answer.pieces()) {
      written = response.write(Buffer.buffer(piece));
    }
    switch (answer.ending()) {
      case WHOLE -> response.end();
      case BROKEN -> written.onSuccess(done -> http.connection().close());
      case HANGING -> {
        // until the client goes away, or all is closed
      }
    }
  }

  private void abandoned(HttpServerResponse response, GeminiAnswer answer) {
    if (!response.ended() && answer.ending() != GeminiAnswer.Ending.BROKEN) {
      abandoned.incrementAndGet();
    }
  }
}
