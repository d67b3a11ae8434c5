package notjarvis.gateway;

import static notjarvis.gateway.FakePlanner.finished;
import static notjarvis.gateway.FakePlanner.planned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import notjarvis.gateway.sse.StreamLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How streams end when the gateway stops: told so, and never waited for too long. */
@Timeout(60)
final class StreamStopsTest {
  private static final String FIRST_EVENTS = "notjarvis_run_first_event_seconds_count";
  private static final int LINE = 64 * 1024;

  /** It neither cuts off nor lets go before a test is over. */
  private static final StreamLimits PATIENT =
      new StreamLimits(Duration.ofMinutes(5), Duration.ofMinutes(5), 3);

  private final RunningGateway gateway =
      RunningGateway.start(new StreamLimits(Duration.ofMillis(50), Duration.ofSeconds(40), 3));

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void aStopLetsOpenStreamsFinish() throws Exception {
    StreamClient client = new StreamClient(gateway.ask("find MIT"));
    UUID run = gateway.planner.nextGoal().runId();

    CompletableFuture<Void> stop = CompletableFuture.runAsync(gateway::stopGateway);
    await().until(this::refusesConnections);
    gateway.planner.tell(finished(run, 2, "Just in time."));

    assertThat(client.rest()).containsExactly("Just in time.");
    stop.join();
  }

  @Test
  void aStreamThatAStopEndsIsToldSo() throws Exception {
    StreamClient client = new StreamClient(gateway.ask("think hard"));
    gateway.planner.nextGoal();

    CompletableFuture<Void> stop = CompletableFuture.runAsync(gateway::stopGateway);

    assertThat(client.raw())
        .endsWith(
            """
            event: notice
            data: Not-Jarvis is stopping; what it was doing goes on when it is back.

            """);
    assertThat(stop).succeedsWithin(Duration.ofSeconds(5));
  }

  @Test
  void aStopDoesNotWaitForAReaderWhoStopped() throws Exception {
    try (RunningGateway patient = RunningGateway.start(PATIENT);
        RawClient slow = new RawClient(patient.port)) {
      slow.send(RawClient.goal("tell me everything"));
      UUID run = patient.planner.nextGoal().runId();
      assertThat(slow.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 200 ");
      for (int step = 1; step <= 200; step++) {
        patient.planner.tell(planned(run, step + 1, step, "x".repeat(LINE)));
      }
      await().until(() -> patient.metric(FIRST_EVENTS) == 1);
      assertThat(CompletableFuture.runAsync(patient::stopGateway))
          .succeedsWithin(Duration.ofSeconds(10));
    }
  }

  private boolean refusesConnections() {
    try {
      new RawClient(gateway.port).close();
      return false;
    } catch (IOException e) {
      return true;
    }
  }
}
