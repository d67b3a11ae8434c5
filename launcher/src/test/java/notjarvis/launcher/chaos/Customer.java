package notjarvis.launcher.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import notjarvis.json.Json;
import notjarvis.sse.ServerSentEvent;
import notjarvis.sse.SseParser;

/**
 * Gives one goal after the other, to any gateway, and goes on with each stream that is cut until
 * its end. It hangs up by itself now and then.
 */
final class Customer implements Runnable {
  private static final int CONNECT_MS = 2_000;
  private static final int SILENCE_MS = 20_000;
  private static final long PAUSE_MS = 300;
  private static final long LAST_PATIENCE_SECONDS = 90;
  private static final double HANG_UP = 0.05;
  private static final double CANCEL = 0.25;

  private final int number;
  private final Random random;
  private final Cast cast;
  private final BooleanSupplier open;
  private final List<Told> all = new ArrayList<>();

  /**
   * A customer of their own threads.
   *
   * @param open whether more goals are to be given
   */
  Customer(int number, long seed, Cast cast, BooleanSupplier open) {
    this.number = number;
    this.random = new Random(seed);
    this.cast = cast;
    this.open = open;
  }

  /** What they were told; to be read when they are done. */
  List<Told> all() {
    return all;
  }

  @Override
  public void run() {
    try {
      while (open.getAsBoolean()) {
        Told told = next();
        all.add(told);
        pursue(told);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Told next() {
    String name = "https://example.com/c" + number + "g" + all.size();
    String thread = "c" + number + "t" + random.nextInt(3);
    if (random.nextBoolean()) {
      return new Told("open " + name, thread, List.of(name));
    }
    List<String> both = List.of(name + "a", name + "b");
    return new Told("open " + both.get(0) + " and open " + both.get(1), thread, both);
  }

  private void pursue(Told told) throws InterruptedException {
    long closedAt = 0;
    while (!told.ended) {
      if (!open.getAsBoolean()) {
        closedAt = closedAt == 0 ? System.nanoTime() : closedAt;
        if (System.nanoTime() - closedAt > TimeUnit.SECONDS.toNanos(LAST_PATIENCE_SECONDS)) {
          told.faults.add("no end was told");
          return;
        }
      }
      Optional<URI> gateway = cast.gateway(random.nextInt(2));
      if (gateway.isPresent()) {
        follow(told, gateway.get());
      }
      if (!told.ended) {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
      }
    }
  }

  private void follow(Told told, URI gateway) {
    told.connections++;
    try {
      HttpURLConnection connection = connect(told, gateway);
      try {
        int status = connection.getResponseCode();
        if (status == 200) {
          told.accepted = true;
          told.runs.add(String.valueOf(connection.getHeaderField("X-Run-Id")));
          read(told, connection.getInputStream());
          cancelNowAndThen(told, gateway);
        } else if (status < 500) {
          told.faults.add("status " + status);
          told.ended = true;
        }
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      // cut, refused or silent: asked again
    }
  }

  /** Between two streams of a run that is not over. Asked again, it changes nothing. */
  private void cancelNowAndThen(Told told, URI gateway) throws IOException {
    if (told.ended || random.nextDouble() >= CANCEL) {
      return;
    }
    String run = told.runs.iterator().next();
    HttpURLConnection asking = open(gateway.resolve("/v1/runs/" + run + "/cancel"));
    send(asking, "{}");
    int status = asking.getResponseCode();
    if (status >= 400 && status < 500) {
      told.faults.add("status " + status + " of a cancel");
    }
    asking.disconnect();
  }

  private static HttpURLConnection connect(Told told, URI gateway) throws IOException {
    HttpURLConnection connection = open(gateway.resolve("/not-jarvis/stream"));
    connection.setRequestProperty("Idempotency-Key", told.key);
    if (!told.last.isEmpty()) {
      connection.setRequestProperty("Last-Event-ID", told.last);
    }
    send(connection, Json.write(Map.of("user_goal", told.goal, "thread_id", told.thread)));
    return connection;
  }

  private static HttpURLConnection open(URI address) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setConnectTimeout(CONNECT_MS);
    connection.setReadTimeout(SILENCE_MS);
    connection.setRequestMethod("POST");
    connection.setDoOutput(true);
    connection.setRequestProperty("Content-Type", "application/json");
    return connection;
  }

  private static void send(HttpURLConnection connection, String body) throws IOException {
    try (OutputStream out = connection.getOutputStream()) {
      out.write(body.getBytes(StandardCharsets.UTF_8));
    }
  }

  private void read(Told told, InputStream in) throws IOException {
    boolean[] hungUp = {random.nextDouble() < HANG_UP};
    SseParser parser =
        new SseParser(
            event -> {
              if (!told.ended && !hungUp[0]) {
                take(told, event);
                hungUp[0] = random.nextDouble() < HANG_UP;
              }
            });
    byte[] piece = new byte[4_096];
    for (int size = in.read(piece); size >= 0 && !told.ended && !hungUp[0]; size = in.read(piece)) {
      parser.feed(Arrays.copyOf(piece, size));
      if (told.ended || hungUp[0]) {
        return;
      }
    }
  }

  private static void take(Told told, ServerSentEvent event) {
    if (event.event().equals("message") && event.data().equals("[DONE]")) {
      told.ended = true;
      return;
    }
    if (!event.id().isEmpty() && !event.id().equals(told.last)) {
      told.ids.add(event.id());
      told.last = event.id();
    } else if (!event.id().isEmpty() && !event.event().equals("notice")) {
      told.faults.add("told twice: " + event.id());
    }
  }
}
