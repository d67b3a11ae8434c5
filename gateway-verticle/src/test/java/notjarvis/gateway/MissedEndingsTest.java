package notjarvis.gateway;

import static notjarvis.gateway.FakePlanner.finished;
import static notjarvis.gateway.FakePlanner.planned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import notjarvis.failure.Failure;
import notjarvis.gateway.sse.StreamLimits;
import notjarvis.journal.EndedRuns;
import notjarvis.journal.FindEnded;
import notjarvis.journal.Journal;
import notjarvis.run.Cursor;
import notjarvis.run.RunAccepted;
import notjarvis.run.RunAccepted.Reception;
import notjarvis.run.RunEvent.RunEnded;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Streams whose run ended without their hearing of it. */
@Timeout(60)
final class MissedEndingsTest {
  private static final EndedRuns NONE = new EndedRuns(List.of());

  private final RunningGateway gateway =
      RunningGateway.start(
          new StreamLimits(Duration.ofMillis(50), Duration.ofSeconds(40), 3, 256 * 1024));

  private final List<FindEnded> asked = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    gateway.close();
  }

  private void journalAnswers(Function<FindEnded, Future<EndedRuns>> answer) {
    Waiting.on(
        gateway
            .bus
            .answer(
                Journal.ENDED,
                question -> {
                  asked.add(question);
                  return answer.apply(question);
                })
            .completion());
  }

  private static Future<EndedRuns> ended(UUID run, String answer) {
    return Future.succeededFuture(new EndedRuns(List.of((RunEnded) finished(run, 7, 1, answer))));
  }

  @Test
  void aStreamIsEndedFromTheJournalWhenItsEndWasNotHeardOf() throws Exception {
    // Given
    gateway.planner.answers(
        question ->
            Future.succeededFuture(
                new RunAccepted(question.runId(), Cursor.of(3), Reception.QUEUED)));
    StreamClient client = new StreamClient(gateway.ask("find MIT"));
    UUID run = gateway.planner.nextGoal().runId();

    // When
    journalAnswers(question -> ended(run, "Done long ago."));

    // Then
    assertThat(client.rest())
        .containsExactly(
            "I am still busy with your last goal; this one comes next.", "Done long ago.");
    assertThat(asked).contains(new FindEnded(List.of(run)));
    await().until(() -> gateway.metric("notjarvis_runs_ended_total{outcome=\"finished\"}") == 1);
  }

  @Test
  void aStreamWhoseRunGoesOnIsLeftOpenWhateverTheJournalCanTell() throws Exception {
    // Given
    journalAnswers(
        question ->
            asked.size() < 3
                ? Future.failedFuture(Failure.unavailable("away"))
                : Future.succeededFuture(NONE));
    StreamClient client = new StreamClient(gateway.ask("think hard"));
    UUID run = gateway.planner.nextGoal().runId();
    await().until(() -> asked.size() >= 5);

    // When
    gateway.planner.tell(planned(run, 2, 1, "I search."), finished(run, 3, 2, "42."));

    // Then
    assertThat(client.rest()).containsExactly("I search.", "42.");
  }

  @Test
  void anEndThatIsHeardOfTwiceIsToldOnce() throws Exception {
    // Given
    StreamClient client = new StreamClient(gateway.ask("find MIT"));
    UUID run = gateway.planner.nextGoal().runId();

    // When
    journalAnswers(
        question -> {
          gateway.planner.tell(finished(run, 7, 1, "Done."));
          return ended(run, "Done.");
        });

    // Then
    assertThat(client.rest()).containsExactly("Done.");
    await().until(() -> gateway.metric("notjarvis_streams_open") == 0);
    assertThat(gateway.metric("notjarvis_runs_ended_total{outcome=\"finished\"}")).isEqualTo(1);
  }

  @Test
  void withNoStreamsNothingIsAsked() throws Exception {
    // Given
    journalAnswers(question -> Future.succeededFuture(NONE));
    StreamClient client = new StreamClient(gateway.ask("hello"));
    gateway.planner.tell(finished(gateway.planner.nextGoal().runId(), 2, 1, "Hello."));
    assertThat(client.rest()).containsExactly("Hello.");
    await().until(() -> gateway.metric("notjarvis_streams_open") == 0);

    // When
    int before = asked.size();

    // Then
    await().during(Duration.ofMillis(200)).until(() -> asked.size() <= before + 1);
  }
}
