package notjarvis.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import notjarvis.sse.ServerSentEvent;
import notjarvis.sse.SseParser;

/** A reader who hangs up after some events, again and again, and comes back at any gateway. */
final class ReturningReader {
  private static final int NOTHING = 204;

  final List<ServerSentEvent> events = new ArrayList<>();
  int cuts;
  private final RunningGateway gateway;
  private final Function<String, HttpRequest.Builder> request;
  private final Predicate<ServerSentEvent> isLast;
  private final Random random;
  private final Semaphore pace;
  private String lastId = "";
  private boolean done;

  /**
   * A reader who has not come yet.
   *
   * @param request what is sent to a gateway, by the address of that gateway
   * @param isLast whether nothing follows an event
   * @param pace gets a permit for each event
   */
  ReturningReader(
      RunningGateway gateway,
      Function<String, HttpRequest.Builder> request,
      Predicate<ServerSentEvent> isLast,
      Random random,
      Semaphore pace) {
    this.gateway = gateway;
    this.request = request;
    this.isLast = isLast;
    this.random = random;
    this.pace = pace;
  }

  /** Reads the whole of a run. */
  ReturningReader read() {
    try {
      while (!done) {
        come(1 + random.nextInt(random.nextInt(5) == 0 ? 20 : 3));
      }
      return this;
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void come(int most) throws IOException, InterruptedException {
    String base = random.nextBoolean() ? gateway.base() : gateway.secondBase();
    HttpRequest.Builder head = request.apply(base);
    HttpResponse<InputStream> response =
        gateway.open((lastId.isEmpty() ? head : head.header("Last-Event-ID", lastId)).build());
    try (InputStream body = response.body()) {
      if (response.statusCode() == NOTHING) {
        pace.tryAcquire(2, TimeUnit.MILLISECONDS); // the run waits
      } else if (response.statusCode() == 200) {
        follow(body, events.size() + most);
      } else {
        throw new AssertionError(
            response.statusCode() + " after " + lastId + new String(body.readAllBytes(), UTF_8));
      }
    }
  }

  private void follow(InputStream body, int most) throws IOException {
    SseParser parser = new SseParser(event -> take(event, most));
    byte[] buffer = new byte[1_024];
    for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
      parser.feed(Arrays.copyOf(buffer, read));
      if (done || events.size() >= most) {
        cuts++;
        return;
      }
    }
  }

  /** What came after the event at which the connection is cut was never read. */
  private void take(ServerSentEvent event, int most) {
    if (done || events.size() >= most) {
      return;
    }
    events.add(event);
    lastId = event.id().isEmpty() ? lastId : event.id();
    done = isLast.test(event);
    pace.release();
  }
}
