package notjarvis.launcher.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import notjarvis.json.Json;

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

  private JsonNode send(HttpRequest.Builder request) throws ServerException, InterruptedException {
    try (Call call = server.call(request.header("Accept", "application/json").build())) {
      HttpResponse<Body> response = call.head(server.patience().head());
      String text = response.body().text(LARGEST, server.patience().small());
      if (response.statusCode() >= LOWEST_FAULT) {
        throw ServerException.declined(response.statusCode(), text);
      }
      return Json.mapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw ServerException.stranger(server.address(), "something");
    } catch (IOException e) {
      throw ServerException.silent(server.address(), e);
    }
  }
}
