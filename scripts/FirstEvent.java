import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Measures how long a running server takes from a goal to the first words of its stream, and to the
 * end of it. One goal at a time, each in the same conversation; the warm-up is not counted.
 *
 * <p>Usage: java scripts/FirstEvent.java http://127.0.0.1:8000 1000 "what is 2 + 2"
 */
public final class FirstEvent {
  private static final int WARM_UP = 200;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private FirstEvent() {}

  public static void main(String[] arguments) throws Exception {
    URI stream = URI.create(arguments[0]).resolve("/not-jarvis/stream");
    int count = Integer.parseInt(arguments[1]);
    String goal = arguments[2];
    for (int i = 0; i < WARM_UP; i++) {
      measure(stream, goal);
    }
    double[] first = new double[count];
    double[] whole = new double[count];
    for (int i = 0; i < count; i++) {
      double[] times = measure(stream, goal);
      first[i] = times[0];
      whole[i] = times[1];
    }
    print("first event", first);
    print("whole run", whole);
  }

  private static double[] measure(URI stream, String goal) throws Exception {
    String body = "{\"user_goal\":\"" + goal + "\",\"thread_id\":\"measure\"}";
    HttpRequest request =
        HttpRequest.newBuilder(stream)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    long start = System.nanoTime();
    long first = 0;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                HTTP.send(request, BodyHandlers.ofInputStream()).body(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (first == 0 && line.startsWith("data: ")) {
          first = System.nanoTime();
        }
      }
    }
    if (first == 0) {
      throw new IllegalStateException("the stream had no words; is it a Not-Jarvis server?");
    }
    return new double[] {(first - start) / 1e6, (System.nanoTime() - start) / 1e6};
  }

  private static void print(String what, double[] times) {
    Arrays.sort(times);
    System.out.printf(
        "%-12s p50 %7.2f ms   p95 %7.2f ms   p99 %7.2f ms   max %7.2f ms   (%d runs)%n",
        what,
        at(times, 0.50),
        at(times, 0.95),
        at(times, 0.99),
        times[times.length - 1],
        times.length);
  }

  private static double at(double[] sorted, double share) {
    return sorted[(int) Math.ceil(share * sorted.length) - 1];
  }
}
