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

  private final RunningGateway gateway =
      RunningGateway.start(new StreamLimits(Duration.ofMillis(50), Duration.ofSeconds(3), 10));

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
    gateway.planner.tell(finished(run, 2, "42."));

    assertThat(client.rest()).containsExactly("42.");
  }

  @Test
  void aReaderWhoStoppedIsLetGo() throws Exception {
    try (RawClient slow = new RawClient(gateway.port)) {
      slow.send(RawClient.goal("tell me everything"));
      UUID run = gateway.planner.nextGoal().runId();
      assertThat(slow.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 200 ");

      for (int step = 1; step <= 200; step++) {
        gateway.planner.tell(planned(run, step + 1, step, "x".repeat(64 * 1024)));
      }

      await().atMost(Duration.ofSeconds(30)).until(() -> gateway.metric(OPEN) == 0);
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
