package notjarvis.gateway;

import static notjarvis.gateway.FakePlanner.finished;
import static notjarvis.gateway.FakePlanner.planned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import notjarvis.gateway.sse.StreamLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connections on which nothing gets through are ended, and no others. */
@Timeout(60)
final class SilentConnectionTest {
  private static final String OPEN = "notjarvis_streams_open";
  private static final int FLOOD = 400;
  private static final int FLOOD_LINE = 64 * 1024;

  private final RunningGateway gateway =
      RunningGateway.start(
          new StreamLimits(Duration.ofMillis(50), Duration.ofSeconds(3), 10, 256 * 1024));

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void aStreamIsKeptForAsLongAsItsRunTakes() throws Exception {
    StreamClient client = new StreamClient(gateway.ask("think hard"));
    UUID run = gateway.planner.nextGoal().runId();

    // well past the time for which a connection may be silent
    for (int beats = 0; beats < 80; beats++) {
      assertThat(client.line()).isEqualTo(": still here");
      assertThat(client.line()).isEmpty();
    }
    gateway.planner.tell(finished(run, 2, 1, "42."));

    assertThat(client.rest()).containsExactly("42.");
  }

  @Test
  void aReaderWhoStopsIsCutOffWhileAllOthersGoOn() throws Exception {
    try (RawClient slow = new RawClient(gateway.port)) {
      slow.send(RawClient.goal("tell me everything"));
      UUID flood = gateway.planner.nextGoal().runId();
      assertThat(slow.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 200 ");
      StreamClient other = new StreamClient(gateway.ask("hello"));
      UUID calm = gateway.planner.nextGoal().runId();

      for (int step = 1; step <= FLOOD; step++) {
        gateway.planner.tell(planned(flood, step, step, "x".repeat(FLOOD_LINE)));
      }
      await().atMost(Duration.ofSeconds(30)).until(() -> gateway.metric(OPEN) == 1);
      gateway.planner.tell(finished(calm, 2, 1, "Hello."));

      assertThat(other.rest()).containsExactly("Hello.");
      // what fits between a server and a reader who stopped, not all that there was to tell
      assertThat(slow.readAll().length()).isLessThan(FLOOD * FLOOD_LINE / 2);
    }
  }

  @Test
  void aRequestThatNeverBecomesWholeIsHungUpOn() throws Exception {
    try (RawClient client = new RawClient(gateway.port)) {
      client.send("POST /not-jarvis/stream HTTP/1.1\r\nHost: localhost\r\n");

      assertThat(client.readAll()).isEmpty();
    }
  }
}
