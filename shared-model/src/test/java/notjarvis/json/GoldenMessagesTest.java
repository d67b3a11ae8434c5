package notjarvis.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import notjarvis.action.Action;
import notjarvis.action.ActionSpec;
import notjarvis.action.Effect;
import notjarvis.action.ExecuteAction;
import notjarvis.action.ExecutorAnnounced;
import notjarvis.action.Observation;
import notjarvis.action.Parameter;
import notjarvis.action.ParameterType;
import notjarvis.action.Place;
import notjarvis.action.RollCall;
import notjarvis.action.SearchResult;
import notjarvis.journal.AcceptGoal;
import notjarvis.journal.Append;
import notjarvis.journal.Appended;
import notjarvis.journal.Beat;
import notjarvis.journal.Beats;
import notjarvis.journal.CheckHealth;
import notjarvis.journal.Checkpoint;
import notjarvis.journal.Claim;
import notjarvis.journal.ClaimRun;
import notjarvis.journal.Entry;
import notjarvis.journal.GoalAccepted;
import notjarvis.journal.Health;
import notjarvis.journal.Lease;
import notjarvis.journal.Metadata;
import notjarvis.journal.NewCheckpoint;
import notjarvis.journal.RunClaimed;
import notjarvis.journal.Usage;
import notjarvis.run.CheckPlanner;
import notjarvis.run.Cursor;
import notjarvis.run.Outcome;
import notjarvis.run.PlannerHealth;
import notjarvis.run.RunAccepted;
import notjarvis.run.RunEvent;
import notjarvis.run.StartRun;
import notjarvis.thread.ThreadKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One golden JSON for each message: what is on the wire and in the journal does not drift. */
class GoldenMessagesTest {
  private static final UUID RUN = new UUID(0, 7);
  private static final String ID = "00000000-0000-0000-0000-000000000007";
  private static final ThreadKey THREAD = ThreadKey.local("t");
  private static final Lease LEASE = new Lease(RUN, THREAD, "p", 1);
  private static final Metadata METADATA =
      new Metadata(Instant.parse("2026-11-23T10:00:00.5Z"), 12, "intents", new Usage(3, 4, 1));
  private static final Action ACTION =
      new Action(ID + ":1", "search", Map.of("query", "MIT"), Effect.PURE);
  private static final Observation SEEN =
      Observation.found("Found 1.", List.of(new SearchResult(1, "T", "https://t/", "S")), "quote");

  private static final String THREAD_JSON = "{'ownerId':'local','threadId':'t'}";
  private static final String LEASE_JSON =
      "{'runId':'" + ID + "','thread':" + THREAD_JSON + ",'plannerId':'p','epoch':1}";
  private static final String METADATA_JSON =
      "{'at':'2026-11-23T10:00:00.500Z','tookMs':12,'brain':'intents',"
          + "'usage':{'inputTokens':3,'outputTokens':4,'modelCalls':1}}";
  private static final String ACTION_JSON =
      "{'id':'" + ID + ":1','name':'search','arguments':{'query':'MIT'},'effect':'PURE'}";
  private static final String SEEN_JSON =
      "{'status':'OK','text':'Found 1.','results':"
          + "[{'number':1,'title':'T','url':'https://t/','snippet':'S'}],'quote':'quote','searched':true}";
  private static final String CURSOR_JSON = "{'checkpointId':9,'part':0}";

  static Stream<Arguments> messages() {
    return Stream.of(runMessages(), eventMessages(), actionMessages(), entries(), journalMessages())
        .flatMap(each -> each);
  }

  private static Stream<Arguments> runMessages() {
    return Stream.of(
        golden(
            new StartRun(RUN, THREAD, "go"),
            "{'runId':'" + ID + "','thread':" + THREAD_JSON + ",'goal':'go'}"),
        golden(
            new RunAccepted(Cursor.of(9), false), "{'cursor':" + CURSOR_JSON + ",'queued':false}"),
        golden(new CheckPlanner(), "{}"),
        golden(new PlannerHealth(true, "fine"), "{'ready':true,'detail':'fine'}"));
  }

  private static Stream<Arguments> eventMessages() {
    Cursor at = Cursor.of(9);
    return Stream.of(
        event(
            new RunEvent.Words(RUN, "m", 4, "text"),
            "'type':'words','runId':'" + ID + "','messageId':'m','offset':4,'text':'text'"),
        event(new RunEvent.StepPlanned(RUN, at, 1, "say", ACTION), planned("step_planned")),
        event(
            new RunEvent.StepRefused(RUN, at, 1, "say", ACTION, "no"),
            planned("step_refused") + ",'why':'no'"),
        event(
            new RunEvent.StepObserved(RUN, at, 1, SEEN),
            cursored("step_observed") + ",'step':1,'observation':" + SEEN_JSON),
        event(
            new RunEvent.RunEnded(RUN, at, Outcome.FAILED, "m", "sorry"),
            cursored("run_ended") + ",'outcome':'FAILED','messageId':'m','answer':'sorry'"));
  }

  private static Stream<Arguments> actionMessages() {
    ActionSpec spec =
        new ActionSpec(
            "open_website",
            List.of("open"),
            "Opens.",
            List.of(Parameter.required("url", ParameterType.ADDRESS, "which")),
            Effect.IRREVERSIBLE,
            Place.DESKTOP);
    return Stream.of(
        golden(
            new ExecuteAction(THREAD, ACTION),
            "{'thread':" + THREAD_JSON + ",'action':" + ACTION_JSON + "}"),
        golden(SEEN, SEEN_JSON),
        golden(new RollCall("p"), "{'planner':'p'}"),
        golden(
            new ExecutorAnnounced("e", "host", List.of(spec)),
            "{'instance':'e','host':'host','actions':[{'name':'open_website','aliases':['open'],"
                + "'description':'Opens.','parameters':[{'name':'url','type':'ADDRESS',"
                + "'required':true,'description':'which'}],'effect':'IRREVERSIBLE',"
                + "'place':'DESKTOP'}]}"));
  }

  private static Stream<Arguments> entries() {
    return Stream.of(
        entry(new Entry.GoalGiven("go"), "{'type':'goal_given','goal':'go'}"),
        entry(
            new Entry.ActionPlanned(1, "say", ACTION, "e"),
            "{'type':'action_planned','step':1,'say':'say','action':"
                + ACTION_JSON
                + ",'executor':'e'}"),
        entry(
            new Entry.ActionRefused(1, "say", ACTION, "no"),
            "{'type':'action_refused','step':1,'say':'say','action':"
                + ACTION_JSON
                + ",'why':'no'}"),
        entry(
            new Entry.ActionObserved(1, SEEN),
            "{'type':'action_observed','step':1,'observation':" + SEEN_JSON + "}"),
        entry(
            new Entry.AnswerGiven(Outcome.FINISHED, "done"),
            "{'type':'answer_given','outcome':'FINISHED','answer':'done'}"));
  }

  private static Stream<Arguments> journalMessages() {
    Entry goal = new Entry.GoalGiven("go");
    String goalJson = "{'type':'goal_given','goal':'go'}";
    Checkpoint checkpoint = new Checkpoint(1, null, RUN, goal, METADATA);
    Claim claim = new Claim(LEASE, "go", List.of(checkpoint));
    String claimJson =
        "{'lease':"
            + LEASE_JSON
            + ",'goal':'go','history':[{'checkpointId':1,'runId':'"
            + ID
            + "','entry':"
            + goalJson
            + ",'metadata':"
            + METADATA_JSON
            + "}]}";
    return Stream.of(
        golden(
            new AcceptGoal(RUN, THREAD, "go", "p", METADATA),
            "{'runId':'"
                + ID
                + "','thread':"
                + THREAD_JSON
                + ",'goal':'go','plannerId':'p','metadata':"
                + METADATA_JSON
                + "}"),
        golden(new GoalAccepted(1, claim), "{'checkpointId':1,'claim':" + claimJson + "}"),
        golden(new GoalAccepted(1, null), "{'checkpointId':1}"),
        golden(
            new ClaimRun(RUN, "p", 3L),
            "{'runId':'" + ID + "','plannerId':'p','takenFromEpoch':3}"),
        golden(new RunClaimed(claim), "{'claim':" + claimJson + "}"),
        golden(
            new Append(LEASE, List.of(NewCheckpoint.of(0, goal, METADATA)), Outcome.FINISHED),
            "{'lease':"
                + LEASE_JSON
                + ",'checkpoints':[{'appendKey':'0/input','entry':"
                + goalJson
                + ",'metadata':"
                + METADATA_JSON
                + "}],'ending':'FINISHED'}"),
        golden(
            new Appended(List.of(4L, 5L), RUN), "{'checkpointIds':[4,5],'nextRun':'" + ID + "'}"),
        golden(new Beat("p"), "{'plannerId':'p'}"),
        golden(
            new Beats(List.of(new Beats.OwnedRun(LEASE, 6)), List.of(RUN), List.of(LEASE)),
            "{'others':[{'lease':"
                + LEASE_JSON
                + ",'beat':6}],'adrift':['"
                + ID
                + "'],'own':["
                + LEASE_JSON
                + "]}"),
        golden(new CheckHealth(), "{}"),
        golden(new Health(true, "fine"), "{'ready':true,'detail':'fine'}"));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void everyMessageIsWrittenAndReadAsItsGoldenJson(Object message, Class<?> type, String json) {
    String golden = json.replace('\'', '"');

    assertThat(Json.write(message)).isEqualTo(golden);
    assertThat(Json.read(golden, type)).isEqualTo(message);
  }

  @Test
  void aPropertyOfANewerVersionIsTolerated() {
    assertThat(Json.read("{\"plannerId\":\"p\",\"colour\":\"blue\"}", Beat.class))
        .isEqualTo(new Beat("p"));
  }

  @Test
  void whatIsNotTheMessageIsRefused() {
    assertThatThrownBy(() -> Json.read("null", Beat.class))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Json.read("{} {}", Beat.class))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Json.read("[".getBytes(StandardCharsets.UTF_8), Beat.class))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Json.write(new Object())).isInstanceOf(IllegalArgumentException.class);
  }

  private static String cursored(String type) {
    return "'type':'" + type + "','runId':'" + ID + "','cursor':" + CURSOR_JSON;
  }

  private static String planned(String type) {
    return cursored(type) + ",'step':1,'say':'say','action':" + ACTION_JSON;
  }

  private static Arguments event(RunEvent event, String fields) {
    return Arguments.of(event, RunEvent.class, "{" + fields + "}");
  }

  private static Arguments entry(Entry entry, String json) {
    return Arguments.of(entry, Entry.class, json);
  }

  private static Arguments golden(Object message, String json) {
    return Arguments.of(message, message.getClass(), json);
  }
}
