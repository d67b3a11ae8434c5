package notjarvis.json;

import static notjarvis.json.Golden.METADATA;
import static notjarvis.json.Golden.METADATA_JSON;
import static notjarvis.json.Golden.RUN;
import static notjarvis.json.Golden.RUN_JSON;
import static notjarvis.json.Golden.THREAD;
import static notjarvis.json.Golden.THREAD_JSON;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import notjarvis.blob.Blob;
import notjarvis.blob.BlobRef;
import notjarvis.blob.KeepBlob;
import notjarvis.blob.ReadBlob;
import notjarvis.history.ForkThread;
import notjarvis.history.Forked;
import notjarvis.history.ListThreads;
import notjarvis.history.Prune;
import notjarvis.history.Pruned;
import notjarvis.history.ReadRun;
import notjarvis.history.ReadState;
import notjarvis.history.ReadThread;
import notjarvis.history.RunHistory;
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
import notjarvis.run.RunStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is asked about what happened, and what is answered. */
class GoldenHistoryMessagesTest {
  private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");
  private static final String AT_JSON = "'2026-11-23T10:00:00Z'";

  private static final Checkpoint CHECKPOINT =
      new Checkpoint(2, 1L, RUN, new Entry.Steered("no"), METADATA);
  private static final String CHECKPOINT_JSON =
      "{'checkpointId':2,'parentCheckpointId':1,"
          + RUN_JSON
          + ",'entry':{'type':'steered','words':'no'},'metadata':"
          + METADATA_JSON
          + "}";

  private static final RunView RUN_VIEW =
      new RunView(RUN, THREAD, "go", RunStatus.RUNNING, 1, 2, Usage.NONE, AT, null);
  private static final String RUN_VIEW_JSON =
      "{"
          + RUN_JSON
          + ",'thread':"
          + THREAD_JSON
          + ",'goal':'go','status':'running','inputCheckpoint':1,'lastCheckpoint':2,"
          + "'usage':{'inputTokens':0,'outputTokens':0,'modelCalls':0},'acceptedAt':"
          + AT_JSON
          + "}";

  private static final ThreadView THREAD_VIEW = new ThreadView("t", "go", 2, true, AT, AT, "s", 1L);
  private static final String THREAD_VIEW_JSON =
      "{'threadId':'t','title':'go','head':2,'busy':true,'createdAt':"
          + AT_JSON
          + ",'updatedAt':"
          + AT_JSON
          + ",'forkedFrom':'s','forkedCheckpoint':1}";

  static Stream<Arguments> historyMessages() {
    String thread = "'thread':" + THREAD_JSON;
    return Stream.of(
        Golden.of(
            new ListThreads("ann", new ThreadMark(Instant.parse("2026-11-22T10:15:30Z"), 7), 9),
            "{'ownerId':'ann','before':{'updatedAt':'2026-11-22T10:15:30Z','number':7},'limit':9}"),
        Golden.of(new ListThreads("ann", null, 9), "{'ownerId':'ann','limit':9}"),
        Golden.of(
            new Threads(List.of(THREAD_VIEW), null), "{'threads':[" + THREAD_VIEW_JSON + "]}"),
        Golden.of(new ReadThread(THREAD, 5L, 9), "{" + thread + ",'before':5,'limit':9}"),
        Golden.of(
            new ThreadPage(THREAD_VIEW, List.of(RUN_VIEW), List.of(CHECKPOINT)),
            "{'thread':"
                + THREAD_VIEW_JSON
                + ",'runs':["
                + RUN_VIEW_JSON
                + "],'checkpoints':["
                + CHECKPOINT_JSON
                + "]}"),
        Golden.of(new ReadRun("ann", RUN, 4), "{'ownerId':'ann'," + RUN_JSON + ",'after':4}"),
        Golden.of(
            new RunHistory(RUN_VIEW, List.of(CHECKPOINT)),
            "{'run':" + RUN_VIEW_JSON + ",'checkpoints':[" + CHECKPOINT_JSON + "]}"),
        Golden.of(new ReadState(THREAD, 5L), "{" + thread + ",'checkpointId':5}"),
        Golden.of(
            new StateAt(5, ThreadState.EMPTY),
            "{'checkpointId':5,'state':{'version':1,'messages':[],"
                + "'known':{'results':[],'opened':[],'openedSince':false},"
                + "'waiting':[],'earlier':''}}"),
        Golden.of(
            new ForkThread(RUN, THREAD, 5, "f"),
            "{'requestId':'" + RUN + "'," + thread + ",'checkpointId':5,'newThreadId':'f'}"),
        Golden.of(new Forked(THREAD_VIEW), "{'thread':" + THREAD_VIEW_JSON + "}"),
        Golden.of(new Prune(30), "{'days':30}"),
        Golden.of(new Pruned(3, 4), "{'threads':3,'blobs':4}"),
        Golden.of(
            new BlobRef("ab", "image/png", 9), "{'sha256':'ab','mediaType':'image/png','size':9}"),
        Golden.of(new ReadBlob("ann", "ab"), "{'ownerId':'ann','sha256':'ab'}"));
  }

  @ParameterizedTest
  @MethodSource("historyMessages")
  void everyMessageIsWrittenAndReadAsItsGoldenJson(Object message, Class<?> type, String json) {
    Golden.check(message, type, json);
  }

  @Test
  void bytesTravelAsBase64() {
    byte[] bytes = {1, 2, (byte) 255};

    Golden.checkParts(
        new KeepBlob("ann", "image/png", bytes),
        "{'ownerId':'ann','mediaType':'image/png','bytes':'AQL/'}");
    Golden.checkParts(new Blob("image/png", bytes), "{'mediaType':'image/png','bytes':'AQL/'}");
  }
}
