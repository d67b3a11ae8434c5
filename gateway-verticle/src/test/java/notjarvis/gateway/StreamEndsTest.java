package notjarvis.gateway;

import static notjarvis.gateway.FakePlanner.finished;
import static notjarvis.gateway.FakePlanner.planned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Promise;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import notjarvis.gateway.sse.StreamLimits;
import notjarvis.journal.Journal;
import notjarvis.run.Cursor;
import notjarvis.run.RunAccepted;
import notjarvis.run.RunAccepted.Reception;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How streams end that are not read to their end, and what they leave behind: nothing. */
@Timeout(60)
final class StreamEndsTest {
  private static final String OPEN = "notjarvis_streams_open";
  private static final String ENDED = "notjarvis_runs_ended_total{outcome=\"finished\"}";

  private static final int FLOOD = 400;
  private static final int FLOOD_LINE = 64 * 1024;

  private final RunningGateway gateway =
      RunningGateway.start(new StreamLimits(Duration.ofMillis(50), Duration.ofSeconds(3), 3));

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void aClosedConnectionEndsTheStreamAndNeverTheRun() throws Exception {
    StreamClient client = new StreamClient(gateway.ask("find MIT"));
    UUID run = gateway.planner.nextGoal().runId();
    gateway.planner.tell(planned(run, 2, 1, "I search."));
    assertThat(client.next()).isEqualTo("I search.");
    AtomicInteger heard = new AtomicInteger();
    Waiting.on(gateway.bus.listen(Journal.COMMITTED, news -> heard.incrementAndGet()).completion());

    client.hangUp();
    await().until(() -> gateway.metric(OPEN) == 0);
    gateway.planner.tell(planned(run, 3, 2, "I open it."), finished(run, 4, "Done."));

    await().until(() -> gateway.metric(ENDED) == 1);
    assertThat(heard).hasValue(2);
  }

  @Test
  void aClientThatLeavesBeforeItsGoalIsAcceptedLeavesNothingBehind() throws Exception {
    Promise<RunAccepted> acceptance = Promise.promise();
    gateway.planner.answers(question -> acceptance.future());
    UUID run;
    try (RawClient client = new RawClient(gateway.port)) {
      client.send(RawClient.goal("find MIT"));
      run = gateway.planner.nextGoal().runId();
    }
    await().until(() -> gateway.metric(OPEN) == 0);

    acceptance.complete(new RunAccepted(run, Cursor.of(1), Reception.BEGUN));
    gateway.planner.tell(finished(run, 2, "Done."));

    await().until(() -> gateway.metric(ENDED) == 1);
    assertThat(gateway.metric("notjarvis_runs_started_total")).isEqualTo(1);
  }

  @Test
  void aStreamThatHasNothingToTellShowsThatItIsAlive() throws Exception {
    StreamClient client = new StreamClient(gateway.ask("think hard"));
    UUID run = gateway.planner.nextGoal().runId();

    assertThat(client.line()).isEqualTo(": still here");
    assertThat(client.line()).isEmpty();
    assertThat(client.line()).isEqualTo(": still here");
    gateway.planner.tell(finished(run, 2, "42."));
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
        gateway.planner.tell(planned(flood, step + 1, step, "x".repeat(FLOOD_LINE)));
      }
      await().atMost(Duration.ofSeconds(30)).until(() -> gateway.metric(OPEN) == 1);
      gateway.planner.tell(finished(calm, 2, "Hello."));

      assertThat(other.rest()).containsExactly("Hello.");
      // what fits between a server and a reader who stopped, not all that there was to tell
      assertThat(slow.readAll().length()).isLessThan(FLOOD * FLOOD_LINE / 2);
    }
  }

  @Test
  void aReaderWhoIsSlowGetsAllOfItInTheEnd() throws Exception {
    try (RawClient slow = new RawClient(gateway.port)) {
      slow.send(
          RawClient.goal("tell me everything").replace("Host:", "Connection: close\r\nHost:"));
      UUID flood = gateway.planner.nextGoal().runId();
      assertThat(slow.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 200 ");
      for (int step = 1; step <= FLOOD; step++) {
        gateway.planner.tell(planned(flood, step + 1, step, step + "x".repeat(FLOOD_LINE)));
      }
      gateway.planner.tell(finished(flood, FLOOD + 2, "That was all."));

      String all = slow.readAll();

      assertThat(all.split("event: step", -1)).hasSize(FLOOD + 1);
      assertThat(all).contains("data: That was all.", "data: [DONE]");
    }
  }

  @Test
  void aStreamTooManyIsRefusedUntilOneEnds() throws Exception {
    StreamClient first = new StreamClient(gateway.ask("1"));
    StreamClient second = new StreamClient(gateway.ask("2"));
    StreamClient third = new StreamClient(gateway.ask("3"));

    int refused = gateway.ask("4").statusCode();
    first.hangUp();
    await().until(() -> gateway.metric(OPEN) == 2);
    StreamClient fourth = new StreamClient(gateway.ask("4"));

    assertThat(refused).isEqualTo(503);
    assertThat(fourth.line()).isEqualTo(": still here");
    hangUp(second, third, fourth);
  }

  private static void hangUp(StreamClient... clients) throws IOException {
    for (StreamClient client : clients) {
      client.hangUp();
    }
  }
}
