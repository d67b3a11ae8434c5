import java.io.BufferedReader;
import java.io.InputStream;
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
 * end of it. One goal at a time, all in one conversation. The goals that find the server cold are
 * told apart from the rest.
 *
 * <p>Usage: java scripts/FirstEvent.java http://127.0.0.1:8000 1000 "what is 12 * 12" "12 * 12 = 144"
 */
public final class FirstEvent {
  private static final int COLD = 20;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private FirstEvent() {}

  public static void main(String[] arguments) throws Exception {
    URI address = URI.create(arguments[0]);
    int count = Integer.parseInt(arguments[1]);
    HttpRequest goal = goal(address, arguments[2]);
    String answer = arguments[3];
    // this client's own first request is none of the server's time
    HTTP.send(HttpRequest.newBuilder(address.resolve("/health/live")).build(), BodyHandlers.ofString());
    System.out.printf("%-18s %11.2f ms to the first event%n", "very first goal", measure(goal, answer)[0]);
    run("cold", COLD, goal, answer);
    run("warm", count, goal, answer);
  }

  private static HttpRequest goal(URI address, String words) {
    String body = "{\"user_goal\":\"" + words + "\",\"thread_id\":\"measure\"}";
    return HttpRequest.newBuilder(address.resolve("/not-jarvis/stream"))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private static void run(String name, int count, HttpRequest goal, String answer)
      throws Exception {
    double[] first = new double[count];
    double[] whole = new double[count];
    for (int i = 0; i < count; i++) {
      double[] times = measure(goal, answer);
      first[i] = times[0];
      whole[i] = times[1];
    }
    print(name + ": first event", first);
    print(name + ": whole run", whole);
  }

  private static double[] measure(HttpRequest goal, String answer) throws Exception {
    long start = System.nanoTime();
    long first = 0;
    boolean answered = false;
    InputStream stream = HTTP.send(goal, BodyHandlers.ofInputStream()).body();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        first = first == 0 && line.startsWith("data: ") ? System.nanoTime() : first;
        answered |= line.equals("data: " + answer);
      }
    }
    if (!answered) {
      throw new IllegalStateException("the stream did not say: " + answer);
    }
    return new double[] {(first - start) / 1e6, (System.nanoTime() - start) / 1e6};
  }

  private static void print(String what, double[] times) {
    Arrays.sort(times);
    System.out.printf(
        "%-18s p50 %7.2f ms   p95 %7.2f ms   p99 %7.2f ms   max %7.2f ms   (%d runs)%n",
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
