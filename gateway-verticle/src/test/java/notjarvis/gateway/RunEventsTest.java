package notjarvis.gateway;

import static notjarvis.gateway.FakePlanner.finished;
import static notjarvis.gateway.FakePlanner.observed;
import static notjarvis.gateway.FakePlanner.planned;
import static notjarvis.gateway.FakePlanner.words;
import static notjarvis.gateway.Problems.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import notjarvis.action.Observation;
import notjarvis.failure.Failure;
import notjarvis.journal.Entry;
import notjarvis.journal.Verdict;
import notjarvis.run.Cursor;
import notjarvis.run.RunAccepted;
import notjarvis.run.RunAccepted.Reception;
import notjarvis.thread.ThreadKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code GET /v1/runs/{id}/events}: any run of the owner, from any place, by any number. */
@Timeout(30)
final class RunEventsTest {
  private final RunningGateway gateway = RunningGateway.start();
  private final UUID run = UUID.randomUUID();
  private final String events = "/v1/runs/" + run + "/events";

  @BeforeEach
  void begin() {
    gateway.journal.begin(run, ThreadKey.local("t"), "find MIT");
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  private String at(String place) {
    return run.toString().substring(0, 8) + "-" + place;
  }

  private HttpResponse<String> after(String place) throws Exception {
    return gateway.send(gateway.request(events).header("Last-Event-ID", at(place)).build());
  }

  @Test
  void aRunThatIsOverIsToldWhole() throws Exception {
    gateway.journal.commit(finished(run, 2, "Hello."));

    HttpResponse<String> response = gateway.get(events);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("X-Run-Id")).hasValue(run.toString());
    assertThat(response.headers().firstValue("Content-Type"))
        .hasValue("text/event-stream; charset=utf-8");
    assertThat(response.body())
        .startsWith("id: " + at("1.0") + "\nevent: RUN_STARTED\ndata: {\"type\":\"RUN_STARTED\",")
        .contains("id: " + at("2.1") + "\nevent: TEXT_MESSAGE_CONTENT\ndata: {")
        .contains("id: " + at("2.3") + "\nevent: RUN_FINISHED\ndata: {")
        .endsWith("}\n\n");
  }

  @Test
  void aReaderWhoHasAllOfARunThatIsOverGetsNothing() throws Exception {
    gateway.journal.commit(finished(run, 2, "Hello."));

    HttpResponse<String> response = after("2.3");

    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(response.body()).isEmpty();
    assertThat(after("2.2").body()).startsWith("id: " + at("2.3") + "\nevent: RUN_FINISHED\n");
  }

  @Test
  void aReaderOfARunThatWaitsGetsNothingUntilItGoesOn() throws Exception {
    gateway.journal.commit(
        FakeJournal.checkpoint(run, 2, Entries.asked(run, 1, "", "You did not ask for it.")));

    assertThat(gateway.get(events).body()).contains("\"interrupt\"");
    assertThat(after("2.3").statusCode()).isEqualTo(204);
    gateway.journal.commit(
        FakeJournal.checkpoint(
            run, 3, new Entry.ApprovalAnswered(Entries.APPROVAL, Verdict.DENIED, "local")),
        finished(run, 4, "Then not."));

    assertThat(after("2.3").body()).startsWith("id: " + at("3.0") + "\nevent: RUN_STARTED\n");
    assertThat(gateway.get(events).body()).doesNotContain("\"interrupt\"");
  }

  @Test
  void manyMayFollowOneRunAndEachHearsItOnce() throws Exception {
    List<StreamClient> clients = new ArrayList<>();
    for (int each = 0; each < 5; each++) {
      clients.add(new StreamClient(gateway.open(gateway.request(events).build())));
    }
    gateway.planner.tell(words(run, 1, 0, "I sea"));
    for (StreamClient client : clients) {
      assertThat(client.next()).contains("RUN_STARTED");
      assertThat(client.next()).contains("TEXT_MESSAGE_START");
      assertThat(client.next()).contains("\"delta\":\"I sea\"");
    }
    StreamClient late = new StreamClient(gateway.open(gateway.request(events).build()));
    clients.get(0).hangUp();
    await().until(() -> gateway.metric("notjarvis_streams_open") == 5);

    gateway.planner.tell(planned(run, 2, 1, "I search."), finished(run, 3, "Found."));

    assertThat(String.join("", late.rest())).contains("\"delta\":\"I sea\"", "\"delta\":\"rch.\"");
    for (StreamClient client : clients.subList(1, 5)) {
      assertThat(client.rest()).hasSize(11).last().asString().contains("RUN_FINISHED");
    }
    await().until(() -> gateway.metric("notjarvis_streams_open") == 0);
  }

  @Test
  void aGoalIsAnsweredWithItsStreamWhenThatIsAskedFor() throws Exception {
    StreamClient client =
        new StreamClient(
            gateway.open(
                goal("{\"goal\":\"hello\"}").header("Accept", "text/event-stream").build()));
    UUID mine = gateway.planner.nextGoal().runId();

    gateway.planner.tell(finished(mine, 2, "Hello."));

    assertThat(client.rest()).hasSize(5).first().asString().contains(mine.toString());
  }

  @Test
  void wordsThatJoinARunAreAnsweredWithAllOfIt() throws Exception {
    gateway.journal.commit(
        planned(run, 2, 1, ""), observed(run, 3, 1, Observation.done("3 results")));
    gateway.journal.commit(FakeJournal.checkpoint(run, 4, new Entry.Steered("MIT")));
    gateway.journal.commit(finished(run, 5, "Found."));
    gateway.planner.answers(
        question -> Future.succeededFuture(new RunAccepted(run, Cursor.of(4), Reception.STEERED)));

    HttpResponse<String> response =
        gateway.send(
            goal("{\"goal\":\"MIT\",\"on_busy\":\"steer\"}")
                .header("Accept", "text/event-stream")
                .build());

    assertThat(response.headers().firstValue("X-Run-Id")).hasValue(run.toString());
    assertThat(response.body())
        .startsWith("id: " + at("1.0") + "\nevent: RUN_STARTED\n")
        .contains("steered");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.1", "2.4", "3.0", "2.3.5-abc"})
  void aPlaceThatTheRunDoesNotHaveIsRefused(String id) throws Exception {
    gateway.journal.commit(finished(run, 2, "Hello."));

    refused(400, after(id));
    refused(400, gateway.get(events + "?after=" + at(id)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.0", "2.3", "3.0"})
  void aPlaceInAnotherRunIsRefusedAndNamesTheField(String place) throws Exception {
    gateway.journal.commit(finished(run, 2, "Hello."));
    String other = UUID.randomUUID().toString().substring(0, 8) + "-" + place;

    HttpResponse<String> response = gateway.get(events + "?after=" + other);

    assertThat(refused(400, response).path("field").asText()).isEqualTo("after");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "1", "-1.0", "1.99999"})
  void whatIsNoPlaceAtAllIsRefused(String id) throws Exception {
    assertThat(refused(400, after(id)).path("field").asText()).isEqualTo("after");
  }

  @Test
  void aJournalThatCannotBeReadIsToldToBeAskedAgain() throws Exception {
    gateway.journal.answers(read -> Future.failedFuture(Failure.unavailable("Away.")));

    refused(503, gateway.get(events));
    await().until(() -> gateway.metric("notjarvis_streams_open") == 0);
  }

  private HttpRequest.Builder goal(String body) {
    return gateway
        .request("/v1/threads/t/runs")
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }
}
