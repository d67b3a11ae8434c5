package notjarvis.json;

import static notjarvis.json.Golden.ID;
import static notjarvis.json.Golden.LEASE;
import static notjarvis.json.Golden.LEASE_JSON;
import static notjarvis.json.Golden.METADATA;
import static notjarvis.json.Golden.METADATA_JSON;
import static notjarvis.json.Golden.RUN;
import static notjarvis.json.Golden.RUN_JSON;
import static notjarvis.json.Golden.THREAD;
import static notjarvis.json.Golden.THREAD_JSON;

import java.util.List;
import java.util.stream.Stream;
import notjarvis.journal.AcceptGoal;
import notjarvis.journal.Append;
import notjarvis.journal.Appended;
import notjarvis.journal.Beat;
import notjarvis.journal.Beats;
import notjarvis.journal.CheckHealth;
import notjarvis.journal.Checkpoint;
import notjarvis.journal.Claim;
import notjarvis.journal.ClaimRun;
import notjarvis.journal.Committed;
import notjarvis.journal.Entry;
import notjarvis.journal.GoalAccepted;
import notjarvis.journal.Health;
import notjarvis.journal.NewCheckpoint;
import notjarvis.journal.ReleaseRun;
import notjarvis.journal.Released;
import notjarvis.journal.RunClaimed;
import notjarvis.run.RunStatus;
import notjarvis.run.StartRun;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said to persistence, and what it answers. */
class GoldenJournalMessagesTest {
  private static final String EMPTY_JSON =
      "{'version':1,'messages':[],'known':{'results':[],'opened':[],'openedSince':false},"
          + "'waiting':[],'earlier':''}";

  static Stream<Arguments> journalMessages() {
    Entry goal = new Entry.GoalGiven("go");
    String goalJson = "{'type':'goal_given','goal':'go'}";
    Checkpoint checkpoint = new Checkpoint(1, null, RUN, goal, METADATA);
    Claim claim = new Claim(LEASE, "go", List.of(checkpoint));
    String checkpointJson =
        "{'checkpointId':1,"
            + RUN_JSON
            + ",'entry':"
            + goalJson
            + ",'metadata':"
            + METADATA_JSON
            + "}";
    String claimJson =
        "{'lease':"
            + LEASE_JSON
            + ",'goal':'go','before':"
            + EMPTY_JSON
            + ",'tail':["
            + checkpointJson
            + "]}";
    return Stream.of(
        Golden.of(
            new AcceptGoal(StartRun.of(RUN, THREAD, "go"), "p", METADATA),
            "{'start':{'runId':'"
                + ID
                + "','thread':"
                + THREAD_JSON
                + ",'goal':'go','onBusy':'enqueue'},'plannerId':'p','metadata':"
                + METADATA_JSON
                + "}"),
        accepted(
            new GoalAccepted.Claimed(RUN, 1, claim),
            "{'type':'claimed'," + RUN_JSON + ",'checkpointId':1,'claim':" + claimJson + "}"),
        accepted(
            new GoalAccepted.Waiting(RUN, 1),
            "{'type':'waiting'," + RUN_JSON + ",'checkpointId':1}"),
        accepted(
            new GoalAccepted.Steered(RUN, 1),
            "{'type':'steered'," + RUN_JSON + ",'checkpointId':1}"),
        accepted(
            new GoalAccepted.Known(RUN, 1), "{'type':'known'," + RUN_JSON + ",'checkpointId':1}"),
        Golden.of(
            new ClaimRun(RUN, "p", 3L),
            "{'runId':'" + ID + "','plannerId':'p','takenFromEpoch':3}"),
        Golden.of(new RunClaimed(claim), "{'claim':" + claimJson + "}"),
        Golden.of(
            new Append(LEASE, List.of(NewCheckpoint.of(0, goal, METADATA)), RunStatus.FINISHED, 2),
            "{'lease':"
                + LEASE_JSON
                + ",'checkpoints':[{'appendKey':'0/input','entry':"
                + goalJson
                + ",'metadata':"
                + METADATA_JSON
                + "}],'becomes':'finished','controls':2}"),
        Golden.of(
            Appended.written(List.of(4L, 5L), RUN),
            "{'checkpointIds':[4,5],'nextRun':'" + ID + "','missed':[]}"),
        Golden.of(
            Appended.behind(List.of(checkpoint)),
            "{'checkpointIds':[],'missed':[" + checkpointJson + "]}"),
        Golden.of(
            new Committed(THREAD, RUN, 3, List.of(checkpoint), RunStatus.RUNNING),
            "{'thread':"
                + THREAD_JSON
                + ","
                + RUN_JSON
                + ",'previous':3,'checkpoints':["
                + checkpointJson
                + "],'status':'running'}"),
        Golden.of(new Beat("p"), "{'plannerId':'p'}"),
        Golden.of(
            new Beats(
                List.of(new Beats.OwnedRun(LEASE, 6)),
                List.of(RUN),
                List.of(new Beats.Held(LEASE, 2))),
            "{'others':[{'lease':"
                + LEASE_JSON
                + ",'beat':6}],'adrift':['"
                + ID
                + "'],'own':[{'lease':"
                + LEASE_JSON
                + ",'controls':2}]}"),
        Golden.of(new ReleaseRun(LEASE), "{'lease':" + LEASE_JSON + "}"),
        Golden.of(new Released(true), "{'released':true}"),
        Golden.of(new CheckHealth(), "{}"),
        Golden.of(new Health(true, "fine"), "{'ready':true,'detail':'fine'}"));
  }

  private static Arguments accepted(GoalAccepted answer, String json) {
    return Golden.of(answer, GoalAccepted.class, json);
  }

  @ParameterizedTest
  @MethodSource("journalMessages")
  void everyMessageIsWrittenAndReadAsItsGoldenJson(Object message, Class<?> type, String json) {
    Golden.check(message, type, json);
  }
}
