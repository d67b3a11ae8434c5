package notjarvis.launcher.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import notjarvis.json.Json;
import notjarvis.launcher.client.JarvisServer;
import notjarvis.launcher.client.ServerException;

/** Whether a server's database can be used. */
public final class ServerCheck {
  private static final String PART = "Database";
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final long LOOK_AGAIN_MS = 200;

  private ServerCheck() {}

  /** Waits until the server is ready, or for as long as a first start may take. */
  public static Finding of(JarvisServer server) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Finding finding = look(server);
    while (finding.state() == Finding.State.BROKEN && System.nanoTime() - deadline < 0) {
      TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MS);
      finding = look(server);
    }
    return finding;
  }

  private static Finding look(JarvisServer server) throws InterruptedException {
    try {
      JsonNode database = Json.mapper().readTree(server.get("/health/ready")).path("database");
      String detail = database.path("detail").asText("no word of it");
      return database.path("ready").asBoolean()
          ? Finding.works(PART, detail)
          : Finding.broken(PART, detail);
    } catch (ServerException | JsonProcessingException e) {
      return Finding.broken(PART, String.valueOf(e.getMessage()));
    }
  }
}
