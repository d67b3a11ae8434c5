package notjarvis.gateway;

import static notjarvis.gateway.FakePlanner.finished;
import static notjarvis.gateway.FakePlanner.observed;
import static notjarvis.gateway.FakePlanner.planned;
import static notjarvis.gateway.FakePlanner.words;
import static notjarvis.gateway.Problems.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import notjarvis.action.Observation;
import notjarvis.failure.Failure;
import notjarvis.journal.Entry;
import notjarvis.run.Cursor;
import notjarvis.run.OnBusy;
import notjarvis.run.RunAccepted;
import notjarvis.run.RunAccepted.Reception;
import notjarvis.run.StartRun;
import notjarvis.thread.ThreadKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A goal that is sent again: its run is followed from where its reader stopped. */
@Timeout(30)
final class PlainResumeTest {
  private static final String STREAM = "/not-jarvis/stream";
  private static final String GOAL = "{\"user_goal\":\"find MIT\",\"thread_id\":\"t\"}";
  private static final String KEY = "Idempotency-Key";

  private final RunningGateway gateway = RunningGateway.start();
  private final UUID run = UUID.randomUUID();

  @AfterEach
  void close() {
    gateway.close();
  }

  private void isKnown() {
    gateway.journal.begin(run, ThreadKey.local("t"), "find MIT");
    answers(Reception.KNOWN, 1);
  }

  private void answers(Reception reception, long checkpoint) {
    RunAccepted accepted = new RunAccepted(run, Cursor.of(checkpoint), reception);
    gateway.planner.answers(question -> Future.succeededFuture(accepted));
  }

  private HttpRequest.Builder again(String path) {
    return gateway
        .request(path)
        .header("Content-Type", "application/json")
        .header(KEY, "k-1")
        .POST(HttpRequest.BodyPublishers.ofString(GOAL));
  }

  private String at(String place) {
    return run.toString().substring(0, 8) + "-" + place;
  }

  private HttpResponse<String> after(String place) throws Exception {
    return gateway.send(again(STREAM).header("Last-Event-ID", at(place)).build());
  }

  @Test
  void whatAGoalIsSentWithIsPassedOn() throws Exception {
    HttpResponse<InputStream> response =
        gateway.open(
            gateway
                .request(STREAM)
                .header("Content-Type", "application/json")
                .header(KEY, "k-1")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        GOAL.replace("}", ",\"on_busy\":\"interrupt\"}")))
                .build());
    StartRun asked = gateway.planner.nextGoal();

    assertThat(asked.idempotencyKey()).isEqualTo("k-1");
    assertThat(asked.onBusy()).isEqualTo(OnBusy.INTERRUPT);
    response.body().close();
  }

  @Test
  void aKnownGoalIsToldFromTheBeginningAndNamesItsRun() throws Exception {
    isKnown();
    gateway.journal.commit(planned(run, 2, 1, "I search."), finished(run, 3, "Found."));

    HttpResponse<String> response = gateway.send(again(STREAM).build());

    assertThat(response.headers().allValues("X-Run-Id")).containsExactly(run.toString());
    assertThat(response.body())
        .isEqualTo(
            """
            id: MARK-2.0
            event: step
            data: I search.

            id: MARK-3.0
            event: answer
            data: Found.

            data: [DONE]

            """
                .replace("MARK", run.toString().substring(0, 8)));
    assertThat(gateway.metric("notjarvis_runs_started_total")).isZero();
  }

  @Test
  void aReaderWhoComesBackIsToldWhatIsMissing() throws Exception {
    isKnown();
    gateway.journal.commit(
        planned(run, 2, 1, "I search."), observed(run, 3, 1, Observation.done("3 results")));
    gateway.journal.commit(finished(run, 4, "Found."));

    assertThat(after("2.0").body())
        .isEqualTo(
            """
            id: MARK-3.0
            event: observation

            id: MARK-4.0
            event: answer
            data: Found.

            data: [DONE]

            """
                .replace("MARK", run.toString().substring(0, 8)));
    assertThat(gateway.send(again(STREAM + "?after=" + at("3.0")).build()).body())
        .isEqualTo("id: " + at("4.0") + "\nevent: answer\ndata: Found.\n\ndata: [DONE]\n\n");
    assertThat(after("4.0").body()).isEqualTo("data: [DONE]\n\n");
  }

  @Test
  void aReaderWhoComesBackInTheMiddleOfAMessageHearsTheRestOfItLive() throws Exception {
    isKnown();
    StreamClient first = new StreamClient(gateway.open(again(STREAM).build()));
    gateway.planner.tell(words(run, 1, 0, "Found them. They"));
    String id = String.valueOf(first.line());
    assertThat(first.next()).isEqualTo("Found them.");

    StreamClient second =
        new StreamClient(
            gateway.open(
                again(STREAM).header("Last-Event-ID", id.substring("id: ".length())).build()));
    gateway.planner.tell(words(run, 1, 16, " are here. So"));

    assertThat(second.next()).isEqualTo("They are here.");
    assertThat(first.next()).isEqualTo("They are here.");
    gateway.planner.tell(finished(run, 2, "Found them. They are here. So there."));
    assertThat(second.rest()).containsExactly("So there.");
    assertThat(first.rest()).containsExactly("So there.");
  }

  @Test
  void wordsThatJoinARunAreAnsweredByWhatComesAfterThem() throws Exception {
    gateway.journal.begin(run, ThreadKey.local("t"), "find ETH");
    gateway.journal.commit(planned(run, 2, 1, "I search for ETH."));
    gateway.journal.commit(FakeJournal.checkpoint(run, 3, new Entry.Steered("find MIT")));
    gateway.journal.commit(finished(run, 4, "MIT it is."));
    answers(Reception.STEERED, 3);

    HttpResponse<String> response = gateway.send(again(STREAM).build());

    assertThat(response.headers().firstValue("X-Run-Id")).hasValue(run.toString());
    assertThat(response.body())
        .isEqualTo(
            """
            event: notice
            data: I take that into account.

            id: MARK-4.0
            event: answer
            data: MIT it is.

            data: [DONE]

            """
                .replace("MARK", run.toString().substring(0, 8)));
  }

  @Test
  void aJournalThatCannotBeReadIsToldToBeAskedAgain() throws Exception {
    isKnown();
    gateway.journal.answers(read -> Future.failedFuture(Failure.unavailable("Away.")));

    HttpResponse<String> response = after("1.0");

    refused(503, response);
    assertThat(response.headers().firstValue("Retry-After")).hasValue("5");
  }
}
