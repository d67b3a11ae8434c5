package notjarvis.launcher.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import notjarvis.json.Json;
import notjarvis.sse.ServerSentEvent;
import org.jspecify.annotations.Nullable;

/** A Not-Jarvis server as its clients see it. Calls block; one goal is followed at a time. */
public final class JarvisServer {
  private static final int LONGEST_REFUSAL = 64 * 1024;
  private static final String STREAM = "text/event-stream";

  private final URI address;
  private final Patience patience;
  private final HttpClient http;
  private volatile @Nullable Call followed;

  public JarvisServer(URI address) {
    this(address, Patience.DEFAULT);
  }

  JarvisServer(URI address, Patience patience) {
    this.address = address;
    this.patience = patience;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(patience.connect())
            .build();
  }

  public URI address() {
    return address;
  }

  /**
   * Gives a goal and follows its stream to the end.
   *
   * @param key names this wish: given again with the same key, it is not carried out twice
   * @param events is told each event as it comes, {@code [DONE]} excluded
   * @return how it ended
   * @throws ServerException when the server cannot be reached, refuses, or the stream is cut
   * @throws java.util.concurrent.CancellationException when it was given up
   */
  public Ending pursue(String goal, String thread, UUID key, Consumer<ServerSentEvent> events)
      throws ServerException, InterruptedException {
    String body = Json.write(Map.of("user_goal", goal, "thread_id", thread));
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve("/not-jarvis/stream"))
            .header("Content-Type", "application/json")
            .header("Accept", STREAM)
            .header("Idempotency-Key", key.toString())
            .POST(BodyPublishers.ofString(body))
            .build();
    try (Call call = Call.send(http, request)) {
      followed = call;
      HttpResponse<Body> response = head(call);
      String runId = response.headers().firstValue("X-Run-Id").orElse("");
      if (response.statusCode() != 200) {
        throw ServerException.refused(response.statusCode(), refusal(response.body()), runId);
      }
      demandStream(response);
      return new Following(runId, events).follow(response.body(), patience.silence());
    } finally {
      followed = null;
    }
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
    HttpRequest request = HttpRequest.newBuilder(address.resolve(path)).build();
    try (Call call = Call.send(http, request)) {
      return call.head(patience.small()).body().text(LONGEST_REFUSAL, patience.small());
    } catch (IOException e) {
      throw ServerException.away(address, e);
    }
  }

  private HttpResponse<Body> head(Call call) throws ServerException, InterruptedException {
    try {
      return call.head(patience.head());
    } catch (IOException e) {
      throw ServerException.away(address, e);
    }
  }

  /** What a server says beside its status is worth having, not worth failing for. */
  private String refusal(Body body) throws InterruptedException {
    try {
      return body.text(LONGEST_REFUSAL, patience.small());
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
