package notjarvis.json;

import static notjarvis.json.Golden.ACTION;
import static notjarvis.json.Golden.ACTION_JSON;
import static notjarvis.json.Golden.SEEN;
import static notjarvis.json.Golden.SEEN_JSON;

import java.util.stream.Stream;
import notjarvis.journal.Entry;
import notjarvis.journal.Verdict;
import notjarvis.run.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands in the journal. */
class GoldenEntriesTest {
  static Stream<Arguments> entries() {
    return Stream.of(
        entry(new Entry.GoalGiven("go"), "{'type':'goal_given','goal':'go'}"),
        entry(new Entry.Steered("not that"), "{'type':'steered','words':'not that'}"),
        entry(new Entry.CancelAsked("local"), "{'type':'cancel_asked','by':'local'}"),
        entry(
            new Entry.ApprovalAsked(Golden.APPROVAL),
            "{'type':'approval_asked','approval':" + Golden.APPROVAL_JSON + "}"),
        entry(
            new Entry.ApprovalAnswered(Golden.RUN, Verdict.DENIED, "local"),
            "{'type':'approval_answered','approvalId':'"
                + Golden.ID
                + "','verdict':'DENIED','by':'local'}"),
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

  private static Arguments entry(Entry entry, String json) {
    return Golden.of(entry, Entry.class, json);
  }

  @ParameterizedTest
  @MethodSource("entries")
  void everyMessageIsWrittenAndReadAsItsGoldenJson(Object message, Class<?> type, String json) {
    Golden.check(message, type, json);
  }
}
