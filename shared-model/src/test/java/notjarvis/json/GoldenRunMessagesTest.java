package notjarvis.json;

import static notjarvis.json.Golden.ACTION;
import static notjarvis.json.Golden.ACTION_JSON;
import static notjarvis.json.Golden.CURSOR_JSON;
import static notjarvis.json.Golden.ID;
import static notjarvis.json.Golden.RUN;
import static notjarvis.json.Golden.SEEN;
import static notjarvis.json.Golden.SEEN_JSON;
import static notjarvis.json.Golden.THREAD;
import static notjarvis.json.Golden.THREAD_JSON;

import java.util.stream.Stream;
import notjarvis.run.CheckPlanner;
import notjarvis.run.Cursor;
import notjarvis.run.OnBusy;
import notjarvis.run.Outcome;
import notjarvis.run.PlannerHealth;
import notjarvis.run.RunAccepted;
import notjarvis.run.RunAccepted.Reception;
import notjarvis.run.RunEvent;
import notjarvis.run.StartRun;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What gateways and planners say to each other. */
class GoldenRunMessagesTest {
  static Stream<Arguments> messages() {
    return Stream.concat(runMessages(), eventMessages());
  }

  private static Stream<Arguments> runMessages() {
    return Stream.of(
        Golden.of(
            StartRun.of(RUN, THREAD, "go"),
            "{'runId':'" + ID + "','thread':" + THREAD_JSON + ",'goal':'go','onBusy':'enqueue'}"),
        Golden.of(
            new StartRun(RUN, THREAD, "go", OnBusy.INTERRUPT, "key"),
            "{'runId':'"
                + ID
                + "','thread':"
                + THREAD_JSON
                + ",'goal':'go','onBusy':'interrupt','idempotencyKey':'key'}"),
        Golden.of(
            new RunAccepted(RUN, Cursor.of(9), Reception.BEGUN),
            "{'runId':'" + ID + "','cursor':" + CURSOR_JSON + ",'reception':'BEGUN'}"),
        Golden.of(new CheckPlanner(), "{}"),
        Golden.of(new PlannerHealth(true, "fine"), "{'ready':true,'detail':'fine'}"));
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

  private static String cursored(String type) {
    return "'type':'" + type + "','runId':'" + ID + "','cursor':" + CURSOR_JSON;
  }

  private static String planned(String type) {
    return cursored(type) + ",'step':1,'say':'say','action':" + ACTION_JSON;
  }

  private static Arguments event(RunEvent event, String fields) {
    return Golden.of(event, RunEvent.class, "{" + fields + "}");
  }

  @ParameterizedTest
  @MethodSource("messages")
  void everyMessageIsWrittenAndReadAsItsGoldenJson(Object message, Class<?> type, String json) {
    Golden.check(message, type, json);
  }
}
