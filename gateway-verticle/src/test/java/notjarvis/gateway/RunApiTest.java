package notjarvis.gateway;

import static notjarvis.gateway.Problems.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import notjarvis.blob.Blobs;
import notjarvis.control.AnswerApproval;
import notjarvis.control.ApprovalView;
import notjarvis.control.Approvals;
import notjarvis.control.CancelRun;
import notjarvis.control.Controlled;
import notjarvis.control.Controls;
import notjarvis.control.ListApprovals;
import notjarvis.control.ReadApproval;
import notjarvis.control.SteerRun;
import notjarvis.failure.Failure;
import notjarvis.failure.FailureCode;
import notjarvis.history.Histories;
import notjarvis.journal.Entry;
import notjarvis.run.Cursor;
import notjarvis.run.OnBusy;
import notjarvis.run.RunAccepted;
import notjarvis.run.RunAccepted.Reception;
import notjarvis.run.RunStatus;
import notjarvis.run.StartRun;
import notjarvis.thread.ThreadKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the rest of {@code /v1} asks of the bus, and the JSON that it makes of the answers. */
@Timeout(30)
final class RunApiTest {
  private static final UUID RUN = UUID.fromString("8c6c0f6e-63a4-4c52-9f43-5fd0c3b1f001");
  private static final ThreadKey TRIP = ThreadKey.local("trip");
  private static final Instant AT = FakeJournal.AT;
  private static final String HASH = "a".repeat(64);

  private static final String RUN_JSON =
      """
      {"runId":"8c6c0f6e-63a4-4c52-9f43-5fd0c3b1f001",\
      "thread":{"ownerId":"local","threadId":"trip"},"goal":"find MIT","status":"parked",\
      "inputCheckpoint":2,"lastCheckpoint":4,\
      "usage":{"inputTokens":3,"outputTokens":2,"modelCalls":1},\
      "acceptedAt":"2026-11-22T10:15:30Z"}""";

  private final RunningGateway gateway = RunningGateway.start();

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void aRunIsBegun() throws Exception {
    HttpResponse<String> response =
        gateway.postJson("/v1/threads/trip/runs", "{\"goal\":\"find MIT\",\"on_busy\":\"reject\"}");
    StartRun asked = gateway.planner.nextGoal();

    assertThat(asked).isEqualTo(new StartRun(asked.runId(), TRIP, "find MIT", OnBusy.REJECT, null));
    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(response.headers().firstValue("Location")).hasValue("/v1/runs/" + asked.runId());
    assertThat(response.headers().firstValue("X-Run-Id")).hasValue(asked.runId().toString());
    assertThat(response.body())
        .isEqualTo(
            "{\"runId\":\""
                + asked.runId()
                + "\",\"threadId\":\"trip\",\"reception\":\"BEGUN\",\"cursor\":\""
                + asked.runId().toString().substring(0, 8)
                + "-1.0\"}");
    assertThat(gateway.metric("notjarvis_runs_started_total")).isEqualTo(1);
  }

  @Test
  void aRunThatIsKnownIsNotBegunAgain() throws Exception {
    gateway.planner.answers(
        question -> Future.succeededFuture(new RunAccepted(RUN, Cursor.of(2), Reception.KNOWN)));

    HttpResponse<String> response =
        gateway.postJson("/v1/threads/trip/runs", "{\"goal\":\"find MIT\"}");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().allValues("X-Run-Id")).containsExactly(RUN.toString());
    assertThat(response.body()).contains(RUN.toString(), "\"reception\":\"KNOWN\"");
    assertThat(gateway.metric("notjarvis_runs_started_total")).isZero();
  }

  @Test
  void aGoalWhoseAnswerIsLostNamesItsRunAllTheSame() throws Exception {
    gateway.planner.answers(question -> Future.failedFuture(Failure.unavailable("Away.")));

    HttpResponse<String> response =
        gateway.postJson("/v1/threads/trip/runs", "{\"goal\":\"find MIT\"}");

    refused(503, response);
    assertThat(response.headers().firstValue("X-Run-Id"))
        .hasValue(gateway.planner.nextGoal().runId().toString());
  }

  @Test
  void aRunIsRead() throws Exception {
    gateway.journal.begin(RUN, TRIP, "find MIT");

    assertThat(gateway.get("/v1/runs/" + RUN).body())
        .isEqualTo(
            RUN_JSON
                .replace("parked", "running")
                .replace("tCheckpoint\":2", "tCheckpoint\":1")
                .replace("tCheckpoint\":4", "tCheckpoint\":1")
                .replaceFirst("Tokens\":3", "Tokens\":0")
                .replaceFirst("Tokens\":2", "Tokens\":0")
                .replaceFirst("modelCalls\":1", "modelCalls\":0"));
  }

  @Test
  void aRunIsCancelled() throws Exception {
    List<CancelRun> asked =
        gateway.answers(Controls.CANCEL, new Controlled(RUN, 7, RunStatus.RUNNING));

    HttpResponse<String> response = gateway.postNothing("/v1/runs/" + RUN + "/cancel");

    assertThat(asked).last().isEqualTo(new CancelRun("local", RUN));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body())
        .isEqualTo("{\"runId\":\"" + RUN + "\",\"checkpointId\":7,\"status\":\"running\"}");
  }

  @Test
  void wordsForARunAreSaidOnceForEachKey() throws Exception {
    List<SteerRun> asked =
        gateway.answers(Controls.STEER, new Controlled(RUN, 7, RunStatus.RUNNING));
    HttpRequest request =
        gateway
            .request("/v1/runs/" + RUN + "/steer")
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", "k-1")
            .POST(HttpRequest.BodyPublishers.ofString("{\"words\":\"or ETH\"}"))
            .build();

    assertThat(gateway.send(request).statusCode()).isEqualTo(200);
    SteerRun first = asked.get(0);
    gateway.send(request);

    assertThat(first).isEqualTo(new SteerRun("local", RUN, first.steerId(), "or ETH"));
    assertThat(asked).last().isEqualTo(first);
    gateway.postJson("/v1/runs/" + RUN + "/steer", "{\"words\":\"or ETH\"}");
    assertThat(asked.get(2).steerId()).isNotEqualTo(first.steerId());
  }

  @Test
  void approvalsAreListedReadAndAnswered() throws Exception {
    Entry.ApprovalAsked entry = (Entry.ApprovalAsked) Entries.asked(RUN, 1, "I search.", "Why.");
    ApprovalView view = new ApprovalView(entry.approval(), "trip", RUN, AT, null, null);
    List<ListApprovals> listed = gateway.answers(Controls.APPROVALS, new Approvals(List.of(view)));
    List<ReadApproval> read = gateway.answers(Controls.APPROVAL, view);
    List<AnswerApproval> answered =
        gateway.answers(Controls.ANSWER, new Controlled(RUN, 9, RunStatus.ACCEPTED));
    String path = "/v1/approvals/" + Entries.APPROVAL;

    String one = gateway.get(path).body();
    assertThat(one)
        .isEqualTo(
            """
            {"approval":{"approvalId":"0b8f2c1e-5d0a-4f37-9f5e-1d2c3b4a5f60","step":1,\
            "say":"I search.","action":{"id":"8c6c0f6e-63a4-4c52-9f43-5fd0c3b1f001:1",\
            "name":"search","arguments":{"query":"mit"},"effect":"PURE"},"executor":"desk",\
            "why":"Why.","expiresAt":"2026-11-22T11:15:30.123Z"},"threadId":"trip",\
            "runId":"8c6c0f6e-63a4-4c52-9f43-5fd0c3b1f001","askedAt":"2026-11-22T10:15:30Z"}""");
    assertThat(gateway.get("/v1/approvals").body()).isEqualTo("{\"approvals\":[" + one + "]}");
    assertThat(gateway.postJson(path, "{\"approved\":true}").body())
        .contains("\"status\":\"accepted\"");
    assertThat(listed).last().isEqualTo(new ListApprovals("local"));
    assertThat(read).last().isEqualTo(new ReadApproval("local", Entries.APPROVAL));
    assertThat(answered).last().isEqualTo(new AnswerApproval("local", Entries.APPROVAL, true));
    gateway.postJson(path, "{\"approved\":false}");
    assertThat(answered).last().isEqualTo(new AnswerApproval("local", Entries.APPROVAL, false));
  }

  @Test
  void whatTheBusRefusesHasTheStatusOfItsReason() throws Exception {
    gateway.refuses(Controls.ANSWER, FailureCode.CONFLICT);
    gateway.refuses(Controls.CANCEL, FailureCode.NOT_FOUND);
    gateway.refuses(Histories.FORK, FailureCode.CONFLICT);
    gateway.refuses(Blobs.READ, FailureCode.NOT_FOUND);
    gateway.refuses(Histories.STATE, FailureCode.NOT_FOUND);

    Map<HttpResponse<String>, Integer> answers =
        Map.of(
            gateway.postJson("/v1/approvals/" + RUN, "{\"approved\":true}"), 409,
            gateway.postNothing("/v1/runs/" + RUN + "/cancel"), 404,
            gateway.postJson("/v1/threads/t/fork", "{\"checkpoint\":1,\"thread_id\":\"u\"}"), 409,
            gateway.get("/v1/blobs/" + HASH), 404,
            gateway.get("/v1/threads/t/state?checkpoint=7"), 404,
            gateway.get("/v1/approvals"), 503);

    for (Map.Entry<HttpResponse<String>, Integer> each : answers.entrySet()) {
      refused(each.getValue(), each.getKey());
    }
  }
}
