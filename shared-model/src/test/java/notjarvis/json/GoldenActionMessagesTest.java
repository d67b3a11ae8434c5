package notjarvis.json;

import static notjarvis.json.Golden.ACTION;
import static notjarvis.json.Golden.ACTION_JSON;
import static notjarvis.json.Golden.SEEN;
import static notjarvis.json.Golden.SEEN_JSON;
import static notjarvis.json.Golden.THREAD;
import static notjarvis.json.Golden.THREAD_JSON;

import java.util.List;
import java.util.stream.Stream;
import notjarvis.action.ActionSpec;
import notjarvis.action.AskPermission;
import notjarvis.action.CallOff;
import notjarvis.action.Effect;
import notjarvis.action.ExecuteAction;
import notjarvis.action.ExecutorAnnounced;
import notjarvis.action.Observation;
import notjarvis.action.Parameter;
import notjarvis.action.ParameterType;
import notjarvis.action.Permission;
import notjarvis.action.Place;
import notjarvis.action.RollCall;
import notjarvis.blob.BlobRef;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What planners and executors say to each other. */
class GoldenActionMessagesTest {
  static Stream<Arguments> actionMessages() {
    ActionSpec spec =
        new ActionSpec(
            "open_website",
            List.of("open"),
            "Opens.",
            List.of(Parameter.required("url", ParameterType.ADDRESS, "which")),
            Effect.IRREVERSIBLE,
            Place.DESKTOP);
    return Stream.of(
        Golden.of(
            new ExecuteAction(THREAD, ACTION, "p"),
            "{'thread':" + THREAD_JSON + ",'action':" + ACTION_JSON + ",'planner':'p'}"),
        Golden.of(new CallOff("r:1"), "{'actionId':'r:1'}"),
        Golden.of(new AskPermission("r:1"), "{'actionId':'r:1'}"),
        Golden.of(new Permission(true), "{'wanted':true}"),
        Golden.of(SEEN, SEEN_JSON),
        Golden.of(
            Observation.wrote("Saved it.", "/a.png").withBlob(new BlobRef("ab", "image/png", 9)),
            "{'status':'OK','text':'Saved it.','results':[],'file':'/a.png',"
                + "'blob':{'sha256':'ab','mediaType':'image/png','size':9}}"),
        Golden.of(new RollCall("p"), "{'planner':'p'}"),
        Golden.of(
            new ExecutorAnnounced("e", "host", List.of(spec)),
            "{'instance':'e','host':'host','actions':[{'name':'open_website','aliases':['open'],"
                + "'description':'Opens.','parameters':[{'name':'url','type':'ADDRESS',"
                + "'required':true,'description':'which'}],'effect':'IRREVERSIBLE',"
                + "'place':'DESKTOP'}]}"));
  }

  @ParameterizedTest
  @MethodSource("actionMessages")
  void everyMessageIsWrittenAndReadAsItsGoldenJson(Object message, Class<?> type, String json) {
    Golden.check(message, type, json);
  }
}
