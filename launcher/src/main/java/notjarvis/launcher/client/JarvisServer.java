package notjarvis.launcher.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import notjarvis.json.Json;
import notjarvis.sse.ServerSentEvent;
import org.jspecify.annotations.Nullable;

/** A Not-Jarvis server as its clients see it. Calls block; one goal is followed at a time. */
public final class JarvisServer {
  private static final int LONGEST_REFUSAL = 64 * 1024;
  private static final String STREAM = "text/event-stream";

  private final URI address;
  private final Supplier<Optional<String>> credentials;
  private final TimeLimits limits;
  private final HttpClient http;
  private volatile @Nullable Call followed;

  /** A server that is told nothing of who asks. */
  public JarvisServer(URI address) {
    this(address, Optional::empty);
  }

  /**
   * A server that is told who asks.
   *
   * @param credentials the token that goes with a request, if any
   */
  public JarvisServer(URI address, Supplier<Optional<String>> credentials) {
    this(address, credentials, TimeLimits.DEFAULT);
  }

  JarvisServer(URI address, Supplier<Optional<String>> credentials, TimeLimits limits) {
    this.address = address;
    this.credentials = credentials;
    this.limits = limits;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(limits.connect())
            .build();
  }

  public URI address() {
    return address;
  }

  TimeLimits limits() {
    return limits;
  }

  /** What it keeps. */
  public Resources resources() {
    return new Resources(this);
  }

  HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path));
    credentials.get().ifPresent(token -> request.header("Authorization", "Bearer " + token));
    return request;
  }

  Call call(HttpRequest request) {
    return Call.send(http, request);
  }

  /**
   * Gives a goal and follows its stream to the end. A goal that was given before is not taken up
   * once more: its stream goes on.
   *
   * @param events is told each event as it comes, {@code [DONE]} excluded
   * @return how it ended
   * @throws ServerException when the server cannot be reached, refuses, or the stream is cut
   * @throws java.util.concurrent.CancellationException when it was given up
   */
  public Ending pursue(Errand errand, Consumer<ServerSentEvent> events)
      throws ServerException, InterruptedException {
    try (Call call = call(goal(errand))) {
      followed = call;
      HttpResponse<Body> response = head(call);
      String runId = response.headers().firstValue("X-Run-Id").orElse("");
      if (response.statusCode() != 200) {
        throw ServerException.refused(response.statusCode(), refusal(response.body()), runId);
      }
      demandStream(response);
      errand.taken(runId);
      return new Following(errand, events).follow(response.body(), limits.silence());
    } finally {
      followed = null;
    }
  }

  private HttpRequest goal(Errand errand) {
    String body =
        Json.write(
            Map.of(
                "user_goal", errand.goal(),
                "thread_id", errand.thread(),
                "on_busy", errand.onBusy()));
    HttpRequest.Builder request =
        request("/not-jarvis/stream")
            .header("Content-Type", "application/json")
            .header("Accept", STREAM)
            .header("Idempotency-Key", errand.key())
            .POST(BodyPublishers.ofString(body));
    if (!errand.last().isEmpty()) {
      request.header("Last-Event-ID", errand.last());
    }
    return request.build();
  }

  /** Stops following what is followed now; its run goes on. May be called by any thread. */
  public void giveUp() {
    @Nullable Call call = followed;
    if (call != null) {
      call.giveUp();
    }
  }

  /** What {@code GET} of a small JSON resource answers, with whatever status. */
  public String get(String path) throws ServerException, InterruptedException {
    try (Call call = call(request(path).build())) {
      return call.head(limits.small()).body().text(LONGEST_REFUSAL, limits.small());
    } catch (IOException e) {
      throw ServerException.away(address, e);
    }
  }

  private HttpResponse<Body> head(Call call) throws ServerException, InterruptedException {
    try {
      return call.head(limits.head());
    } catch (IOException e) {
      throw ServerException.away(address, e);
    }
  }

  /** What a server says beside its status is worth having, not worth failing for. */
  private String refusal(Body body) throws InterruptedException {
    try {
      return body.text(LONGEST_REFUSAL, limits.small());
    } catch (IOException e) {
      return "";
    }
  }

  private void demandStream(HttpResponse<?> response) throws ServerException {
    String type = response.headers().firstValue("Content-Type").orElse("");
    if (!type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(STREAM)) {
      throw ServerException.stranger(address, type);
    }
  }
}
