package notjarvis.gateway;

import static notjarvis.gateway.FakePlanner.finished;
import static notjarvis.gateway.FakePlanner.planned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import notjarvis.run.Cursor;
import notjarvis.run.RunAccepted;
import notjarvis.run.RunAccepted.Reception;
import notjarvis.run.StartRun;
import notjarvis.thread.ThreadKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a goal becomes a run, and its run a stream. */
@Timeout(30)
final class StreamBeginsTest {
  private static final String FIRST_EVENTS = "notjarvis_run_first_event_seconds_count";

  private final RunningGateway gateway = RunningGateway.start();

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void aGoalBecomesARunOfTheLocalOwnerWhoseIdIsInTheHead() throws Exception {
    HttpResponse<InputStream> response = gateway.ask("find MIT");
    StartRun asked = gateway.planner.nextGoal();

    assertThat(asked.goal()).isEqualTo("find MIT");
    assertThat(asked.thread()).isEqualTo(new ThreadKey("local", "t"));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("X-Run-Id")).hasValue(asked.runId().toString());
    assertThat(response.headers().firstValue("Content-Type"))
        .hasValue("text/event-stream; charset=utf-8");
    assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-cache, no-transform");
    assertThat(response.headers().firstValue("X-Request-Id")).isPresent();
    response.body().close();
  }

  @Test
  void whatHappensBeforeTheGoalIsAcceptedIsToldAfterTheHeadInOrder() throws Exception {
    Promise<RunAccepted> acceptance = Promise.promise();
    gateway.planner.answers(question -> acceptance.future());
    CompletableFuture<HttpResponse<InputStream>> response =
        CompletableFuture.supplyAsync(this::ask);
    UUID run = gateway.planner.nextGoal().runId();

    gateway.planner.tell(planned(run, 2, 1, "First."), finished(run, 3, "Second."));
    await().until(() -> gateway.metric("notjarvis_run_duration_seconds_count") == 1);
    assertThat(response).isNotDone();
    acceptance.complete(new RunAccepted(run, Cursor.of(1), Reception.BEGUN));

    assertThat(new StreamClient(response.join()).rest()).containsExactly("First.", "Second.");
  }

  @Test
  void theFirstEventIsTimedWhenItIsWrittenAndNotWhenItIsHeard() throws Exception {
    Promise<RunAccepted> acceptance = Promise.promise();
    gateway.planner.answers(question -> acceptance.future());
    CompletableFuture<HttpResponse<InputStream>> response =
        CompletableFuture.supplyAsync(this::ask);
    UUID run = gateway.planner.nextGoal().runId();

    gateway.planner.tell(planned(run, 2, 1, "First."), finished(run, 3, "Second."));
    await().until(() -> gateway.metric("notjarvis_run_duration_seconds_count") == 1);
    double heard = gateway.metric(FIRST_EVENTS);
    acceptance.complete(new RunAccepted(run, Cursor.of(1), Reception.BEGUN));
    new StreamClient(response.join()).rest();

    assertThat(heard).isZero();
    await().until(() -> gateway.metric(FIRST_EVENTS) == 1);
  }

  @Test
  void aQueuedGoalIsToldSoAtOnce() throws Exception {
    gateway.planner.answers(
        question ->
            Future.succeededFuture(
                new RunAccepted(question.runId(), Cursor.of(1), Reception.QUEUED)));

    StreamClient client = new StreamClient(gateway.ask("and then this"));

    assertThat(client.line()).isEqualTo("event: notice");
    assertThat(client.next())
        .isEqualTo("I am still busy with your last goal; this one comes next.");
    client.hangUp();
  }

  @Test
  void aConnectionIsUsedAgainAfterAStream() throws Exception {
    gateway.planner.answers(
        question -> {
          gateway.planner.tell(finished(question.runId(), 2, "Done."));
          return Future.succeededFuture(
              new RunAccepted(question.runId(), Cursor.of(1), Reception.BEGUN));
        });

    try (RawClient client = new RawClient(gateway.port)) {
      client.send(RawClient.goal("first"));
      assertThat(client.readUntil("0\r\n\r\n")).contains("data: Done.");
      client.send(RawClient.goal("second"));
      assertThat(client.readUntil("0\r\n\r\n")).contains("data: Done.");
    }
  }

  private HttpResponse<InputStream> ask() {
    try {
      return gateway.ask("find MIT");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
