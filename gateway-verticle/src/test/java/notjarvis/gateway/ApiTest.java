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
import java.util.concurrent.CopyOnWriteArrayList;
import notjarvis.action.Observation;
import notjarvis.action.SearchResult;
import notjarvis.blob.Blob;
import notjarvis.blob.Blobs;
import notjarvis.blob.ReadBlob;
import notjarvis.bus.Channel;
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
import notjarvis.history.ForkThread;
import notjarvis.history.Forked;
import notjarvis.history.Histories;
import notjarvis.history.ListThreads;
import notjarvis.history.ReadState;
import notjarvis.history.ReadThread;
import notjarvis.history.RunView;
import notjarvis.history.StateAt;
import notjarvis.history.ThreadPage;
import notjarvis.history.ThreadView;
import notjarvis.history.Threads;
import notjarvis.journal.Checkpoint;
import notjarvis.journal.Entry;
import notjarvis.journal.ThreadState;
import notjarvis.journal.Usage;
import notjarvis.run.Cursor;
import notjarvis.run.OnBusy;
import notjarvis.run.Outcome;
import notjarvis.run.RunAccepted;
import notjarvis.run.RunAccepted.Reception;
import notjarvis.run.RunStatus;
import notjarvis.run.StartRun;
import notjarvis.thread.ThreadKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What {@code /v1} asks of the bus, and the JSON that it makes of the answers. */
@Timeout(30)
final class ApiTest {
  private static final UUID RUN = UUID.fromString("8c6c0f6e-63a4-4c52-9f43-5fd0c3b1f001");
  private static final ThreadKey TRIP = ThreadKey.local("trip");
  private static final Instant AT = FakeJournal.AT;
  private static final String HASH = "a".repeat(64);

  private static final ThreadView VIEW =
      new ThreadView("trip", "find MIT", 4, true, AT, AT, "old-trip", 2L);
  private static final String VIEW_JSON =
      """
      {"thread_id":"trip","title":"find MIT","head":4,"busy":true,\
      "created_at":"2026-11-22T10:15:30Z","updated_at":"2026-11-22T10:15:30Z",\
      "forked_from":"old-trip","forked_checkpoint":2}""";
  private static final RunView RUN_VIEW =
      new RunView(RUN, TRIP, "find MIT", RunStatus.PARKED, 2, 4, new Usage(3, 2, 1), AT, null);
  private static final String RUN_JSON =
      """
      {"run_id":"8c6c0f6e-63a4-4c52-9f43-5fd0c3b1f001",\
      "thread":{"owner_id":"local","thread_id":"trip"},"goal":"find MIT","status":"parked",\
      "input_checkpoint":2,"last_checkpoint":4,\
      "usage":{"input_tokens":3,"output_tokens":2,"model_calls":1},\
      "accepted_at":"2026-11-22T10:15:30Z"}""";

  private final RunningGateway gateway = RunningGateway.start();

  @AfterEach
  void close() {
    gateway.close();
  }

  private <Q, A> List<Q> answer(Channel<Q, A> channel, A answer) {
    List<Q> asked = new CopyOnWriteArrayList<>();
    Waiting.on(
        gateway
            .bus
            .answer(
                channel,
                question -> {
                  asked.add(question);
                  return Future.succeededFuture(answer);
                })
            .completion());
    return asked;
  }

  private <Q, A> void refuse(Channel<Q, A> channel, FailureCode code) {
    Waiting.on(
        gateway
            .bus
            .answer(channel, question -> Future.failedFuture(new Failure(code, "Because.")))
            .completion());
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return gateway.send(
        gateway
            .request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private HttpResponse<String> post(String path) throws Exception {
    return gateway.send(gateway.request(path).POST(HttpRequest.BodyPublishers.noBody()).build());
  }

  @Test
  void threadsAreListed() throws Exception {
    List<ListThreads> asked = answer(Histories.THREADS, new Threads(List.of(VIEW)));

    HttpResponse<String> response = gateway.get("/v1/threads");

    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(response.body()).isEqualTo("{\"threads\":[" + VIEW_JSON + "]}");
    assertThat(asked).last().isEqualTo(new ListThreads("local", 50));
    gateway.get("/v1/threads?limit=200");
    assertThat(asked).last().isEqualTo(new ListThreads("local", 200));
  }

  @Test
  void aThreadIsReadStretchByStretch() throws Exception {
    List<Checkpoint> checkpoints =
        List.of(
            FakeJournal.checkpoint(RUN, 2, Entries.goal("find MIT")),
            FakeJournal.checkpoint(RUN, 3, Entries.planned(RUN, 1, "I search.")),
            FakeJournal.checkpoint(RUN, 4, new Entry.Steered("or ETH")),
            FakeJournal.checkpoint(RUN, 5, Entries.ended(Outcome.FINISHED, "Found.")));
    List<ReadThread> asked =
        answer(Histories.THREAD, new ThreadPage(VIEW, List.of(RUN_VIEW), checkpoints));

    HttpResponse<String> response = gateway.get("/v1/threads/trip?before=6&limit=4");

    assertThat(asked).last().isEqualTo(new ReadThread(TRIP, 6L, 4));
    String said = "\",\"run_id\":\"" + RUN + "\",\"at\":\"2026-11-22T10:15:30Z\"}";
    String metadata =
        """
        "metadata":{"at":"2026-11-22T10:15:30Z","took_ms":0,\
        "usage":{"input_tokens":0,"output_tokens":0,"model_calls":0}}}""";
    assertThat(response.body())
        .startsWith(
            "{\"thread\":"
                + VIEW_JSON
                + ",\"messages\":[{\"role\":\"user\",\"text\":\"find MIT"
                + said
                + ",{\"role\":\"user\",\"text\":\"or ETH"
                + said
                + ",{\"role\":\"assistant\",\"text\":\"Found."
                + said
                + "],\"runs\":["
                + RUN_JSON
                + "],\"checkpoints\":[{\"checkpoint_id\":2,\"parent_checkpoint_id\":1,\"run_id\":\""
                + RUN
                + "\",\"node\":\"input\",\"entry\":{\"type\":\"goal_given\",\"goal\":\"find MIT\"},"
                + metadata)
        .contains(
            "\"entry\":{\"type\":\"answer_given\",\"outcome\":\"finished\",\"answer\":\"Found.\"}")
        .endsWith("],\"next_before\":2}");
  }

  @Test
  void theBeginningOfAThreadHasNothingBeforeIt() throws Exception {
    List<Checkpoint> checkpoints =
        List.of(FakeJournal.checkpoint(RUN, 1, Entries.goal("find MIT")));
    List<ReadThread> asked = answer(Histories.THREAD, new ThreadPage(VIEW, List.of(), checkpoints));

    assertThat(gateway.get("/v1/threads/trip").body()).doesNotContain("next_before");
    assertThat(asked).last().isEqualTo(new ReadThread(TRIP, null, 100));
  }

  @Test
  void theStateAtACheckpointIsRead() throws Exception {
    ThreadState state =
        ThreadState.of(
            List.of(
                FakeJournal.checkpoint(RUN, 1, Entries.goal("find MIT")),
                FakeJournal.checkpoint(RUN, 2, Entries.planned(RUN, 1, "I search.")),
                FakeJournal.checkpoint(
                    RUN,
                    3,
                    Entries.observed(
                        1,
                        Observation.found(
                            "1 result",
                            List.of(new SearchResult(1, "MIT", "https://mit.edu/", "")),
                            null)))));
    List<ReadState> asked = answer(Histories.STATE, new StateAt(3, state));

    String body = gateway.get("/v1/threads/trip/state?checkpoint=3").body();

    assertThat(asked).last().isEqualTo(new ReadState(TRIP, 3L));
    assertThat(body)
        .startsWith(
            "{\"checkpoint_id\":3,\"state\":{\"version\":1,\"messages\":[{\"role\":\"user\"")
        .contains("\"loop_count\":1,\"executor_memory\":[{\"step\":1,\"say\":\"I search.\"")
        .contains("\"results\":[{\"number\":1,\"title\":\"MIT\",\"url\":\"https://mit.edu/\"")
        .contains("\"effect\":\"pure\"")
        .contains("\"opened_since\":false");
    gateway.get("/v1/threads/trip/state");
    assertThat(asked).last().isEqualTo(new ReadState(TRIP, null));
  }

  @Test
  void aThreadIsForked() throws Exception {
    List<ForkThread> asked = answer(Histories.FORK, new Forked(VIEW));

    HttpResponse<String> response =
        post("/v1/threads/old-trip/fork", "{\"checkpoint\":2,\"thread_id\":\"trip\"}");

    assertThat(asked).last().isEqualTo(new ForkThread(ThreadKey.local("old-trip"), 2, "trip"));
    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(response.headers().firstValue("Location")).hasValue("/v1/threads/trip");
    assertThat(response.body()).isEqualTo(VIEW_JSON);
  }

  @Test
  void aRunIsBegun() throws Exception {
    HttpResponse<String> response =
        post("/v1/threads/trip/runs", "{\"goal\":\"find MIT\",\"on_busy\":\"reject\"}");
    StartRun asked = gateway.planner.nextGoal();

    assertThat(asked).isEqualTo(new StartRun(asked.runId(), TRIP, "find MIT", OnBusy.REJECT, null));
    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(response.headers().firstValue("Location")).hasValue("/v1/runs/" + asked.runId());
    assertThat(response.body())
        .isEqualTo(
            "{\"run_id\":\""
                + asked.runId()
                + "\",\"thread_id\":\"trip\",\"reception\":\"begun\",\"cursor\":\"1.0\"}");
    assertThat(gateway.metric("notjarvis_runs_started_total")).isEqualTo(1);
  }

  @Test
  void aRunThatIsKnownIsNotBegunAgain() throws Exception {
    gateway.planner.answers(
        question -> Future.succeededFuture(new RunAccepted(RUN, Cursor.of(2), Reception.KNOWN)));

    HttpResponse<String> response = post("/v1/threads/trip/runs", "{\"goal\":\"find MIT\"}");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains(RUN.toString(), "\"reception\":\"known\"");
    assertThat(gateway.metric("notjarvis_runs_started_total")).isZero();
  }

  @Test
  void aRunIsRead() throws Exception {
    gateway.journal.begin(RUN, TRIP, "find MIT");

    assertThat(gateway.get("/v1/runs/" + RUN).body())
        .isEqualTo(
            RUN_JSON
                .replace("parked", "running")
                .replace("t_checkpoint\":2", "t_checkpoint\":1")
                .replace("t_checkpoint\":4", "t_checkpoint\":1")
                .replaceFirst("_tokens\":3", "_tokens\":0")
                .replaceFirst("_tokens\":2", "_tokens\":0")
                .replaceFirst("model_calls\":1", "model_calls\":0"));
  }

  @Test
  void aRunIsCancelled() throws Exception {
    List<CancelRun> asked = answer(Controls.CANCEL, new Controlled(RUN, 7, RunStatus.RUNNING));

    HttpResponse<String> response = post("/v1/runs/" + RUN + "/cancel");

    assertThat(asked).last().isEqualTo(new CancelRun("local", RUN));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body())
        .isEqualTo("{\"run_id\":\"" + RUN + "\",\"checkpoint_id\":7,\"status\":\"running\"}");
  }

  @Test
  void wordsForARunAreSaidOnceForEachKey() throws Exception {
    List<SteerRun> asked = answer(Controls.STEER, new Controlled(RUN, 7, RunStatus.RUNNING));
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
    post("/v1/runs/" + RUN + "/steer", "{\"words\":\"or ETH\"}");
    assertThat(asked.get(2).steerId()).isNotEqualTo(first.steerId());
  }

  @Test
  void approvalsAreListedReadAndAnswered() throws Exception {
    Entry.ApprovalAsked entry = (Entry.ApprovalAsked) Entries.asked(RUN, 1, "I search.", "Why.");
    ApprovalView view = new ApprovalView(entry.approval(), "trip", RUN, AT, null, null);
    List<ListApprovals> listed = answer(Controls.APPROVALS, new Approvals(List.of(view)));
    List<ReadApproval> read = answer(Controls.APPROVAL, view);
    List<AnswerApproval> answered =
        answer(Controls.ANSWER, new Controlled(RUN, 9, RunStatus.ACCEPTED));
    String path = "/v1/approvals/" + Entries.APPROVAL;

    String one = gateway.get(path).body();
    assertThat(one)
        .isEqualTo(
            """
            {"approval":{"approval_id":"0b8f2c1e-5d0a-4f37-9f5e-1d2c3b4a5f60","step":1,\
            "say":"I search.","action":{"id":"8c6c0f6e-63a4-4c52-9f43-5fd0c3b1f001:1",\
            "name":"search","arguments":{"query":"mit"},"effect":"pure"},"executor":"desk",\
            "why":"Why.","expires_at":"2026-11-22T11:15:30.123Z"},"thread_id":"trip",\
            "run_id":"8c6c0f6e-63a4-4c52-9f43-5fd0c3b1f001","asked_at":"2026-11-22T10:15:30Z"}""");
    assertThat(gateway.get("/v1/approvals").body()).isEqualTo("{\"approvals\":[" + one + "]}");
    assertThat(post(path, "{\"approved\":true}").body()).contains("\"status\":\"accepted\"");
    assertThat(listed).last().isEqualTo(new ListApprovals("local"));
    assertThat(read).last().isEqualTo(new ReadApproval("local", Entries.APPROVAL));
    assertThat(answered).last().isEqualTo(new AnswerApproval("local", Entries.APPROVAL, true));
    post(path, "{\"approved\":false}");
    assertThat(answered).last().isEqualTo(new AnswerApproval("local", Entries.APPROVAL, false));
  }

  @Test
  void aPictureIsShownAndAllElseIsHandedOut() throws Exception {
    List<ReadBlob> asked = answer(Blobs.READ, new Blob("image/png", new byte[] {'P', 'N', 'G'}));

    HttpResponse<String> picture = gateway.get("/v1/blobs/" + HASH);

    assertThat(asked).last().isEqualTo(new ReadBlob("local", HASH));
    assertThat(picture.body()).isEqualTo("PNG");
    assertThat(picture.headers().firstValue("Content-Type")).hasValue("image/png");
    assertThat(picture.headers().firstValue("Content-Disposition")).hasValue("inline");
    assertThat(picture.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(picture.headers().firstValue("ETag")).hasValue("\"" + HASH + "\"");
  }

  @Test
  void aBlobThatABrowserWouldRunIsOnlyBytes() throws Exception {
    answer(Blobs.READ, new Blob("text/html", new byte[] {'<', 'p', '>'}));

    HttpResponse<String> page = gateway.get("/v1/blobs/" + HASH);

    assertThat(page.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
    assertThat(page.headers().firstValue("Content-Disposition")).hasValue("attachment");
  }

  @Test
  void whatTheBusRefusesHasTheStatusOfItsReason() throws Exception {
    refuse(Controls.ANSWER, FailureCode.CONFLICT);
    refuse(Controls.CANCEL, FailureCode.NOT_FOUND);
    refuse(Histories.FORK, FailureCode.CONFLICT);
    refuse(Blobs.READ, FailureCode.NOT_FOUND);
    refuse(Histories.STATE, FailureCode.NOT_FOUND);

    Map<HttpResponse<String>, Integer> answers =
        Map.of(
            post("/v1/approvals/" + RUN, "{\"approved\":true}"), 409,
            post("/v1/runs/" + RUN + "/cancel"), 404,
            post("/v1/threads/t/fork", "{\"checkpoint\":1,\"thread_id\":\"u\"}"), 409,
            gateway.get("/v1/blobs/" + HASH), 404,
            gateway.get("/v1/threads/t/state?checkpoint=7"), 404,
            gateway.get("/v1/approvals"), 503);

    for (Map.Entry<HttpResponse<String>, Integer> each : answers.entrySet()) {
      refused(each.getValue(), each.getKey());
    }
  }
}
