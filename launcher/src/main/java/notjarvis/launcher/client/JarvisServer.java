package notjarvis.launcher.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import notjarvis.json.Json;
import notjarvis.sse.ServerSentEvent;
import notjarvis.sse.SseParser;

/** A Not-Jarvis server as its clients see it. Calls block. */
public final class JarvisServer {
  private static final int PIECE = 8_192;

  private final URI address;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  public JarvisServer(URI address) {
    this.address = address;
  }

  public URI address() {
    return address;
  }

  /**
   * Gives a goal and follows its stream to the end.
   *
   * @param events is told each event as it comes, {@code [DONE]} excluded
   * @return how it ended
   * @throws ServerException when the server cannot be reached, refuses, or the stream is cut
   */
  public Ending pursue(String goal, String thread, Consumer<ServerSentEvent> events)
      throws ServerException, InterruptedException {
    String body = Json.write(Map.of("user_goal", goal, "thread_id", thread));
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve("/not-jarvis/stream"))
            .header("Content-Type", "application/json")
            .header("Accept", "text/event-stream")
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
      try (InputStream stream = response.body()) {
        return response.statusCode() == 200
            ? follow(response, stream, events)
            : refused(response.statusCode(), stream);
      }
    } catch (IOException e) {
      throw ServerException.away(address, e);
    }
  }

  private Ending follow(
      HttpResponse<?> response, InputStream stream, Consumer<ServerSentEvent> events)
      throws IOException, ServerException {
    Optional<String> runId = response.headers().firstValue("X-Run-Id");
    Following following = new Following(events);
    SseParser parser = new SseParser(following::take);
    byte[] piece = new byte[PIECE];
    for (int read = stream.read(piece); read >= 0; read = stream.read(piece)) {
      parser.feed(Arrays.copyOf(piece, read));
    }
    if (!following.done) {
      throw ServerException.cut();
    }
    return new Ending(runId.orElse(""), following.finished);
  }

  private static Ending refused(int status, InputStream body) throws IOException, ServerException {
    String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
    throw ServerException.refused(status, text);
  }

  /** What {@code GET} of a small JSON resource answers, with whatever status. */
  public String get(String path) throws ServerException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(5)).build();
    try {
      return http.send(request, BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw ServerException.away(address, e);
    }
  }

  private static final class Following {
    private final Consumer<ServerSentEvent> events;
    private boolean done;
    private boolean finished;

    private Following(Consumer<ServerSentEvent> events) {
      this.events = events;
    }

    private void take(ServerSentEvent event) {
      if (event.event().equals("message") && event.data().equals("[DONE]")) {
        done = true;
        return;
      }
      finished = event.event().equals("answer") || finished;
      events.accept(event);
    }
  }
}
