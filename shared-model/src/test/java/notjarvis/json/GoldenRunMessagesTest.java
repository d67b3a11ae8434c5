package notjarvis.json;

import static notjarvis.json.Golden.CURSOR_JSON;
import static notjarvis.json.Golden.ID;
import static notjarvis.json.Golden.RUN;
import static notjarvis.json.Golden.THREAD;
import static notjarvis.json.Golden.THREAD_JSON;

import java.util.stream.Stream;
import notjarvis.run.CheckPlanner;
import notjarvis.run.Cursor;
import notjarvis.run.LiveWords;
import notjarvis.run.OnBusy;
import notjarvis.run.PlannerHealth;
import notjarvis.run.RunAccepted;
import notjarvis.run.RunAccepted.Reception;
import notjarvis.run.StartRun;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What gateways and planners say to each other. */
class GoldenRunMessagesTest {
  static Stream<Arguments> messages() {
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
        Golden.of(
            new LiveWords(RUN, "m", 4, "text"),
            "{'runId':'" + ID + "','messageId':'m','offset':4,'text':'text'}"),
        Golden.of(new CheckPlanner(), "{}"),
        Golden.of(new PlannerHealth(true, "fine"), "{'ready':true,'detail':'fine'}"));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void everyMessageIsWrittenAndReadAsItsGoldenJson(Object message, Class<?> type, String json) {
    Golden.check(message, type, json);
  }
}
