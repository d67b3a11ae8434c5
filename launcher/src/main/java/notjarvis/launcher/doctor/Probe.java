package notjarvis.launcher.doctor;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A question to a service that costs nothing; only the status of its answer counts. */
final class Probe {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private Probe() {}

  /**
   * Asks.
   *
   * @throws IOException when nobody answers within five seconds
   */
  static int status(HttpRequest.Builder question) throws IOException, InterruptedException {
    HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    return http.send(question.timeout(PATIENCE).build(), BodyHandlers.discarding()).statusCode();
  }
}
