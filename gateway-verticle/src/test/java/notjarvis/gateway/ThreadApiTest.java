package notjarvis.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import notjarvis.action.Observation;
import notjarvis.action.SearchResult;
import notjarvis.history.ForkThread;
import notjarvis.history.Forked;
import notjarvis.history.Histories;
import notjarvis.history.ListThreads;
import notjarvis.history.ReadState;
import notjarvis.history.ReadThread;
import notjarvis.history.RunView;
import notjarvis.history.StateAt;
import notjarvis.history.ThreadMark;
import notjarvis.history.ThreadPage;
import notjarvis.history.ThreadView;
import notjarvis.history.Threads;
import notjarvis.journal.Checkpoint;
import notjarvis.journal.Entry;
import notjarvis.journal.ThreadState;
import notjarvis.journal.Usage;
import notjarvis.run.Outcome;
import notjarvis.run.RunStatus;
import notjarvis.thread.ThreadKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What {@code /v1/threads} asks of the bus, and the JSON that it makes of the answers. */
@Timeout(30)
final class ThreadApiTest {
  private static final UUID RUN = UUID.fromString("8c6c0f6e-63a4-4c52-9f43-5fd0c3b1f001");
  private static final ThreadKey TRIP = ThreadKey.local("trip");
  private static final Instant AT = FakeJournal.AT;

  private static final ThreadView VIEW =
      new ThreadView("trip", "find MIT", 4, true, AT, AT, "old-trip", 2L);
  private static final String VIEW_JSON =
      """
      {"threadId":"trip","title":"find MIT","head":4,"busy":true,\
      "createdAt":"2026-11-22T10:15:30Z","updatedAt":"2026-11-22T10:15:30Z",\
      "forkedFrom":"old-trip","forkedCheckpoint":2}""";
  private static final RunView RUN_VIEW =
      new RunView(RUN, TRIP, "find MIT", RunStatus.PARKED, 2, 4, new Usage(3, 2, 1), AT, null);
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
  void threadsAreListed() throws Exception {
    List<ListThreads> asked = gateway.answers(Histories.THREADS, new Threads(List.of(VIEW), null));

    HttpResponse<String> response = gateway.get("/v1/threads");

    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(response.body()).isEqualTo("{\"threads\":[" + VIEW_JSON + "]}");
    assertThat(asked).last().isEqualTo(new ListThreads("local", null, 50));
    gateway.get("/v1/threads?limit=200");
    assertThat(asked).last().isEqualTo(new ListThreads("local", null, 200));
  }

  @Test
  void threadsAreListedStretchByStretch() throws Exception {
    ThreadMark mark = new ThreadMark(Instant.parse("2026-11-22T10:15:30.123456Z"), 7);
    List<ListThreads> asked = gateway.answers(Histories.THREADS, new Threads(List.of(VIEW), mark));

    String first = gateway.get("/v1/threads?limit=1").body();
    gateway.get("/v1/threads?limit=1&before=2026-11-22T10:15:30.123456Z_7");

    assertThat(first).endsWith("],\"nextBefore\":\"2026-11-22T10:15:30.123456Z_7\"}");
    assertThat(asked).last().isEqualTo(new ListThreads("local", mark, 1));
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
        gateway.answers(Histories.THREAD, new ThreadPage(VIEW, List.of(RUN_VIEW), checkpoints));

    HttpResponse<String> response = gateway.get("/v1/threads/trip?before=6&limit=4");

    assertThat(asked).last().isEqualTo(new ReadThread(TRIP, 6L, 4));
    String said = "\",\"runId\":\"" + RUN + "\",\"at\":\"2026-11-22T10:15:30Z\"}";
    String metadata =
        """
        "metadata":{"at":"2026-11-22T10:15:30Z","tookMs":0,\
        "usage":{"inputTokens":0,"outputTokens":0,"modelCalls":0}}}""";
    assertThat(response.body())
        .startsWith(
            "{\"thread\":"
                + VIEW_JSON
                + ",\"messages\":[{\"role\":\"USER\",\"text\":\"find MIT"
                + said
                + ",{\"role\":\"USER\",\"text\":\"or ETH"
                + said
                + ",{\"role\":\"ASSISTANT\",\"text\":\"Found."
                + said
                + "],\"runs\":["
                + RUN_JSON
                + "],\"checkpoints\":[{\"checkpointId\":2,\"parentCheckpointId\":1,\"runId\":\""
                + RUN
                + "\",\"node\":\"input\",\"entry\":{\"type\":\"goal_given\",\"goal\":\"find MIT\"},"
                + metadata)
        .contains(
            "\"entry\":{\"type\":\"answer_given\",\"outcome\":\"FINISHED\",\"answer\":\"Found.\"}")
        .endsWith("],\"nextBefore\":2}");
  }

  @Test
  void theBeginningOfAThreadHasNothingBeforeIt() throws Exception {
    List<Checkpoint> checkpoints =
        List.of(FakeJournal.checkpoint(RUN, 1, Entries.goal("find MIT")));
    List<ReadThread> asked =
        gateway.answers(Histories.THREAD, new ThreadPage(VIEW, List.of(), checkpoints));

    assertThat(gateway.get("/v1/threads/trip").body()).doesNotContain("nextBefore");
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
    List<ReadState> asked = gateway.answers(Histories.STATE, new StateAt(3, state));

    String body = gateway.get("/v1/threads/trip/state?checkpoint=3").body();

    assertThat(asked).last().isEqualTo(new ReadState(TRIP, 3L));
    assertThat(body)
        .startsWith("{\"checkpointId\":3,\"state\":{\"version\":1,\"messages\":[{\"role\":\"USER\"")
        .contains("\"loopCount\":1,\"executorMemory\":[{\"step\":1,\"say\":\"I search.\"")
        .contains("\"results\":[{\"number\":1,\"title\":\"MIT\",\"url\":\"https://mit.edu/\"")
        .contains("\"effect\":\"PURE\"")
        .contains("\"openedSince\":false");
    gateway.get("/v1/threads/trip/state");
    assertThat(asked).last().isEqualTo(new ReadState(TRIP, null));
  }

  @Test
  void aThreadIsForked() throws Exception {
    List<ForkThread> asked = gateway.answers(Histories.FORK, new Forked(VIEW));

    HttpResponse<String> response =
        gateway.postJson("/v1/threads/old-trip/fork", "{\"checkpoint\":2,\"thread_id\":\"trip\"}");

    ForkThread fork = asked.get(asked.size() - 1);
    assertThat(fork)
        .isEqualTo(new ForkThread(fork.requestId(), ThreadKey.local("old-trip"), 2, "trip"));
    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(response.headers().firstValue("Location")).hasValue("/v1/threads/trip");
    assertThat(response.body()).isEqualTo(VIEW_JSON);
  }
}
