package notjarvis.launcher.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.function.Consumer;
import notjarvis.json.Json;
import notjarvis.sse.ServerSentEvent;
import notjarvis.sse.SseParser;

/** What a server keeps, read and changed over {@code /v1}. Calls block. */
public final class Resources {
  private static final int LARGEST = 16 << 20;
  private static final int LOWEST_FAULT = 300;

  private final JarvisServer server;

  Resources(JarvisServer server) {
    this.server = server;
  }

  /** Reads a resource. */
  public JsonNode get(String path) throws ServerException, InterruptedException {
    return send(server.request(path).GET());
  }

  /** Sends a JSON object to a resource; answers what became of it. */
  public JsonNode post(String path, Map<String, ?> body)
      throws ServerException, InterruptedException {
    return send(
        server
            .request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(Json.write(body))));
  }

  /**
   * Reads a stream of events to where the server ends it.
   *
   * @param events is told each event as it comes
   */
  public void stream(String path, Consumer<ServerSentEvent> events)
      throws ServerException, InterruptedException {
    HttpRequest request = server.request(path).header("Accept", "text/event-stream").build();
    try (Call call = server.call(request)) {
      Body body = taken(call.head(server.limits().head()));
      SseParser parser = new SseParser(events);
      byte[] piece = body.next(server.limits().silence());
      while (piece.length > 0) {
        parser.feed(piece);
        piece = body.next(server.limits().silence());
      }
    } catch (IllegalStateException e) {
      throw ServerException.unreadable("", e);
    } catch (IOException e) {
      throw ServerException.silent(server.address(), e);
    }
  }

  private Body taken(HttpResponse<Body> response)
      throws ServerException, InterruptedException, IOException {
    if (response.statusCode() >= LOWEST_FAULT) {
      throw ServerException.declined(
          response.statusCode(), response.body().text(LARGEST, server.limits().small()));
    }
    return response.body();
  }

  private JsonNode send(HttpRequest.Builder request) throws ServerException, InterruptedException {
    try (Call call = server.call(request.header("Accept", "application/json").build())) {
      HttpResponse<Body> response = call.head(server.limits().head());
      return Json.mapper().readTree(taken(response).text(LARGEST, server.limits().small()));
    } catch (JsonProcessingException e) {
      throw ServerException.stranger(server.address(), "something");
    } catch (IOException e) {
      throw ServerException.silent(server.address(), e);
    }
  }
}
