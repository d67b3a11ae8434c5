package notjarvis.gateway;

import static notjarvis.gateway.FakePlanner.finished;
import static notjarvis.gateway.FakePlanner.planned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import notjarvis.blob.Blob;
import notjarvis.blob.Blobs;
import notjarvis.gateway.sse.StreamLimits;
import notjarvis.run.Cursor;
import notjarvis.run.RunAccepted;
import notjarvis.run.RunAccepted.Reception;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connections on which nothing gets through are ended, and no others. */
@Timeout(60)
final class SilentConnectionTest {
  /** More than fits between the server and a reader. */
  private static final int PICTURE = 7_000_000;

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

  @Test
  void aRequestThatComesByteByByteIsHungUpOn() throws Exception {
    try (RawClient client = new RawClient(gateway.port)) {
      gateway.vertx.setPeriodic(0, 300, tick -> send(client, "x"));

      assertThat(client.readAll()).isEmpty();
    }
  }

  private static void send(RawClient client, String text) {
    try {
      client.send(text);
    } catch (IOException e) {
      // it was hung up on
    }
  }

  @Test
  void aRequestThatComesLateOnAConnectionIsAnswered() throws Exception {
    gateway.planner.answers(
        question ->
            gateway
                .vertx
                .timer(2, TimeUnit.SECONDS)
                .map(new RunAccepted(question.runId(), Cursor.of(1), Reception.BEGUN)));
    try (RawClient client = new RawClient(gateway.port)) {
      client.send(RawClient.head("GET /health/live HTTP/1.1", "Host: localhost"));
      assertThat(client.readUntil("}")).startsWith("HTTP/1.1 200 ");
      gateway.vertx.setTimer(2_000, late -> send(client, RawClient.goal("a late goal")));

      assertThat(client.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void aSlowReaderOfABlobGetsAllOfIt() throws Exception {
    gateway.answers(Blobs.READ, new Blob("image/png", new byte[PICTURE]));
    AtomicInteger read = new AtomicInteger();
    ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
    try (RawClient client = new RawClient(gateway.port)) {
      client.send(
          RawClient.head("GET /v1/blobs/" + "a".repeat(64) + " HTTP/1.1", "Host: localhost"));
      assertThat(client.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 200 ");
      ScheduledFuture<?> reading =
          pace.scheduleAtFixedRate(
              () -> read.addAndGet(client.skip(PICTURE / 70)), 0, 100, TimeUnit.MILLISECONDS);

      await().atMost(Duration.ofSeconds(30)).until(() -> read.get() == PICTURE || reading.isDone());
      assertThat(read).hasValue(PICTURE);
    } finally {
      pace.shutdownNow();
    }
  }
}
