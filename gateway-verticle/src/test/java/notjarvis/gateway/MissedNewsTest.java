package notjarvis.gateway;

import static notjarvis.gateway.FakePlanner.finished;
import static notjarvis.gateway.FakePlanner.observed;
import static notjarvis.gateway.FakePlanner.planned;
import static notjarvis.gateway.FakePlanner.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.UUID;
import notjarvis.action.Observation;
import notjarvis.failure.Failure;
import notjarvis.failure.FailureCode;
import notjarvis.gateway.sse.StreamLimits;
import notjarvis.journal.Committed;
import notjarvis.journal.Journal;
import notjarvis.run.LiveWords;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What is lost, late, doubled or out of order on the bus is told once and in order all the same.
 */
@Timeout(60)
final class MissedNewsTest {
  private static final StreamLimits QUICK =
      new StreamLimits(Duration.ofMillis(50), Duration.ofSeconds(40), 3);
  private static final StreamLimits SLOW =
      new StreamLimits(Duration.ofMinutes(5), Duration.ofMinutes(5), 3);

  private RunningGateway gateway = RunningGateway.start(SLOW);

  @AfterEach
  void close() {
    gateway.close();
  }

  private void restart(StreamLimits limits) {
    gateway.close();
    gateway = RunningGateway.start(limits);
  }

  @Test
  void aRunThatEndedUnheardOfIsToldAtTheNextHeartbeat() throws Exception {
    restart(QUICK);
    StreamClient client = new StreamClient(gateway.ask("find MIT"));
    UUID run = gateway.planner.nextGoal().runId();

    gateway.journal.write(planned(run, 2, 1, "I search."), finished(run, 3, "Found."));

    assertThat(client.rest()).containsExactly("I search.", "Found.");
  }

  @Test
  void aGapIsReadAtOnce() throws Exception {
    StreamClient client = new StreamClient(gateway.ask("find MIT"));
    UUID run = gateway.planner.nextGoal().runId();

    gateway.journal.write(planned(run, 2, 1, "I search."));
    gateway.journal.commit(observed(run, 3, 1, Observation.done("3 results")));
    String afterTheGap = client.next();
    gateway.journal.commit(finished(run, 4, "Found."));

    assertThat(afterTheGap).isEqualTo("I search.");
    assertThat(client.rest()).containsExactly("Found.");
    assertThat(gateway.journal.asked).hasSize(1).allMatch(read -> read.after() == 1);
  }

  @Test
  void aGapThatCannotBeReadNowIsReadAsSoonAsItCan() throws Exception {
    StreamClient client = new StreamClient(gateway.ask("find MIT"));
    UUID run = gateway.planner.nextGoal().runId();
    gateway.journal.answers(
        read ->
            gateway.journal.asked.size() < 2
                ? Future.failedFuture(Failure.unavailable("away"))
                : read);

    gateway.journal.write(planned(run, 2, 1, "I search."));
    gateway.journal.commit(finished(run, 3, "Found."));

    assertThat(client.rest()).containsExactly("I search.", "Found.");
  }

  @Test
  void whatIsCommittedWhileAGapIsReadIsReadToo() throws Exception {
    StreamClient client = new StreamClient(gateway.ask("find MIT"));
    UUID run = gateway.planner.nextGoal().runId();
    gateway.journal.answers(
        read -> {
          gateway.journal.answers(same -> same);
          // what was read is on its way while the run goes on
          gateway.journal.write(observed(run, 4, 1, Observation.done("3 results")));
          gateway.journal.commit(finished(run, 5, "Found."));
          return read;
        });

    gateway.journal.write(planned(run, 2, 1, "I search."));
    gateway.journal.commit(FakePlanner.refused(run, 3, 2, "", "No."));

    assertThat(client.rest()).containsExactly("I search.", "Found.");
  }

  @Test
  void newsThatComesTwiceIsToldOnce() throws Exception {
    StreamClient client = new StreamClient(gateway.ask("find MIT"));
    UUID run = gateway.planner.nextGoal().runId();

    Committed news = gateway.journal.write(planned(run, 2, 1, "I search."));
    gateway.bus.publish(Journal.COMMITTED, news);
    gateway.bus.publish(Journal.COMMITTED, news);
    gateway.journal.commit(finished(run, 3, "Found."));

    assertThat(client.rest()).containsExactly("I search.", "Found.");
    assertThat(gateway.journal.asked).isEmpty();
  }

  @Test
  void wordsThatOvertakeTheStepBeforeThemAreHeldBack() throws Exception {
    StreamClient client = new StreamClient(gateway.ask("find MIT"));
    UUID run = gateway.planner.nextGoal().runId();

    gateway.planner.tell(
        words(run, 2, 0, "Found them. And"),
        planned(run, 2, 1, "I search."),
        words(run, 2, 15, " more. So"),
        observed(run, 3, 1, Observation.done("3 results")));

    assertThat(client.next()).isEqualTo("I search.");
    assertThat(client.next()).isEqualTo("Found them.");
    assertThat(client.next()).isEqualTo("And more.");
    gateway.planner.tell(finished(run, 4, "Found them. And more. So there."));
    assertThat(client.rest()).containsExactly("So there.");
  }

  @Test
  void wordsThatComeAfterTheirStepAreDropped() throws Exception {
    StreamClient client = new StreamClient(gateway.ask("find MIT"));
    UUID run = gateway.planner.nextGoal().runId();

    gateway.planner.tell(
        planned(run, 2, 1, "I search."),
        words(run, 1, 0, "I search. "),
        observed(run, 3, 1, Observation.done("3 results")),
        words(run, 1, 0, "I search. "),
        new LiveWords(run, "nonsense", 0, "No step at all. "),
        finished(run, 4, "Found."));

    assertThat(client.rest()).containsExactly("I search.", "Found.");
  }

  @Test
  void theStreamOfARunThatWasDeletedIsClosed() throws Exception {
    restart(QUICK);
    gateway.journal.answers(
        read -> Future.failedFuture(new Failure(FailureCode.NOT_FOUND, "There is no such run.")));

    try (RawClient client = new RawClient(gateway.port)) {
      client.send(RawClient.goal("find MIT"));

      assertThat(client.readAll()).startsWith("HTTP/1.1 200 ").doesNotContain("[DONE]");
    }
  }

  @Test
  void withNoStreamsNothingIsAsked() throws Exception {
    restart(QUICK);
    StreamClient client = new StreamClient(gateway.ask("hello"));
    gateway.planner.tell(finished(gateway.planner.nextGoal().runId(), 2, "Hello."));
    assertThat(client.rest()).containsExactly("Hello.");
    await().until(() -> gateway.metric("notjarvis_streams_open") == 0);

    int before = gateway.journal.asked.size();

    await().during(Duration.ofMillis(200)).until(() -> gateway.journal.asked.size() == before);
  }
}
