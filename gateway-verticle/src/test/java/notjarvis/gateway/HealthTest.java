package notjarvis.gateway;

import static notjarvis.gateway.FakePlanner.failed;
import static notjarvis.gateway.FakePlanner.finished;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import notjarvis.action.ExecutorAnnounced;
import notjarvis.action.Executors;
import notjarvis.bus.Registration;
import notjarvis.failure.Failure;
import notjarvis.gateway.sse.StreamLimits;
import notjarvis.journal.Health;
import notjarvis.journal.Journal;
import notjarvis.json.Json;
import notjarvis.run.PlannerHealth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an operator sees. */
@Timeout(30)
final class HealthTest {
  private final RunningGateway gateway = RunningGateway.start();

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void itLivesAndSaysWhoItIs() throws Exception {
    HttpResponse<String> response = gateway.get("/health/live");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("{\"status\":\"UP\",\"instance\":\"test-instance\"}");
  }

  @Test
  void itIsReadyWhenTheDatabaseAndThePlannerAre() throws Exception {
    database(Future.succeededFuture(new Health(true, "PostgreSQL 18.6")));

    HttpResponse<String> response = gateway.get("/health/ready");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body())
        .isEqualTo(
            "{\"status\":\"UP\",\"database\":{\"ready\":true,\"detail\":\"PostgreSQL 18.6\"},"
                + "\"planner\":{\"ready\":true,\"detail\":\"fine\"},\"missing\":[\"executor\"]}");
  }

  @Test
  void itSaysWhichRolesNoProcessHas() throws Exception {
    try (RunningGateway alone = RunningGateway.startWithoutPlanner(StreamLimits.DEFAULT)) {
      assertThat(alone.get("/health/ready").body())
          .contains("\"missing\":[\"planner\",\"executor\",\"persistence\"]");

      alone.bus.publish(Executors.ANNOUNCED, new ExecutorAnnounced("here", "host", List.of()));

      await()
          .until(
              () ->
                  alone
                      .get("/health/ready")
                      .body()
                      .contains("\"missing\":[\"planner\",\"persistence\"]"));
    }
  }

  @Test
  void itIsNotReadyWhenThePlannerIsNotAndSaysWhy() throws Exception {
    database(gateway, Future.succeededFuture(new Health(true, "PostgreSQL 18.6")));
    gateway.planner.is(new PlannerHealth(false, "Not-Jarvis is stopping."));

    assertNotReady(gateway, "planner", "Not-Jarvis is stopping.");
  }

  @Test
  void itIsNotReadyWithoutAPlanner() throws Exception {
    try (RunningGateway alone = RunningGateway.startWithoutPlanner(StreamLimits.DEFAULT)) {
      database(alone, Future.succeededFuture(new Health(true, "PostgreSQL 18.6")));

      assertNotReady(alone, "planner", "A part of Not-Jarvis is not running.");
    }
  }

  @Test
  void itIsNotReadyWithoutTheDatabaseAndSaysWhy() throws Exception {
    database(Future.succeededFuture(new Health(false, "The database does not answer.")));

    assertNotReady("The database does not answer.");
  }

  @Test
  void itIsNotReadyWhenTheJournalFails() throws Exception {
    database(Future.failedFuture(Failure.unavailable("Connection refused.")));

    assertNotReady("Connection refused.");
  }

  @Test
  void itIsNotReadyWithoutAJournal() throws Exception {
    assertNotReady("A part of Not-Jarvis is not running.");
  }

  @Test
  void itIsReadyAgainWhenTheDatabaseIsBack() throws Exception {
    Registration away = database(Future.failedFuture(Failure.unavailable("Connection refused.")));
    assertNotReady("Connection refused.");

    Waiting.on(away.close());
    database(Future.succeededFuture(new Health(true, "PostgreSQL 18.6")));

    assertThat(gateway.get("/health/ready").statusCode()).isEqualTo(200);
  }

  @Test
  void aProbeMayAskForTheHeadAlone() throws Exception {
    HttpResponse<String> response =
        gateway.send(
            gateway
                .request("/health/live")
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
  }

  @Test
  void whatCannotBeChangedTakesNoOtherMethod() throws Exception {
    HttpResponse<String> response = gateway.send(gateway.request("/metrics").DELETE().build());

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).hasValue("GET, HEAD");
  }

  @Test
  void runsAreCountedAndTimed() throws Exception {
    StreamClient good = new StreamClient(gateway.ask("good"));
    UUID first = gateway.planner.nextGoal().runId();
    StreamClient bad = new StreamClient(gateway.ask("bad"));
    UUID second = gateway.planner.nextGoal().runId();
    String whileOpen = gateway.get("/metrics").body();

    gateway.planner.tell(finished(first, 2, "Yes."), failed(second, 3, "No."));
    gateway.planner.tell(finished(UUID.randomUUID(), 4, "Another gateway's."));
    good.rest();
    bad.rest();
    await().until(() -> gateway.metric("notjarvis_streams_open") == 0);

    HttpResponse<String> metrics = gateway.get("/metrics");
    assertThat(metrics.headers().firstValue("Content-Type"))
        .hasValue("text/plain; version=0.0.4; charset=utf-8");
    assertThat(whileOpen.lines())
        .contains(
            "notjarvis_streams_open 2.0", "notjarvis_runs_ended_total{outcome=\"failed\"} 0.0");
    assertThat(metrics.body().lines())
        .contains(
            "notjarvis_runs_started_total 2.0",
            "notjarvis_runs_ended_total{outcome=\"finished\"} 1.0",
            "notjarvis_runs_ended_total{outcome=\"failed\"} 1.0",
            "notjarvis_run_first_event_seconds_count 2",
            "notjarvis_run_duration_seconds_count 2")
        .anyMatch(line -> line.startsWith("notjarvis_run_duration_seconds_bucket{le="));
    assertThat(metrics.body()).doesNotContain(first.toString());
    assertThat(metrics.body().lines()).hasSizeLessThan(200);
  }

  private void assertNotReady(String detail) throws Exception {
    assertNotReady(gateway, "database", detail);
  }

  private static void assertNotReady(RunningGateway gateway, String part, String detail)
      throws Exception {
    HttpResponse<String> response = gateway.get("/health/ready");
    assertThat(response.statusCode()).isEqualTo(503);
    JsonNode body = Json.mapper().readTree(response.body());
    assertThat(body.path("status").asText()).isEqualTo("DOWN");
    assertThat(body.path(part).path("ready").asBoolean(true)).isFalse();
    assertThat(body.path(part).path("detail").asText()).isEqualTo(detail);
  }

  private Registration database(Future<Health> health) {
    return database(gateway, health);
  }

  private static Registration database(RunningGateway gateway, Future<Health> health) {
    Registration registration = gateway.bus.answer(Journal.HEALTH, question -> health);
    Waiting.on(registration.completion());
    return registration;
  }
}
