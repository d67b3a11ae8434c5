package notjarvis.planner.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import notjarvis.action.Action;
import notjarvis.action.Effect;
import notjarvis.action.Observation;
import notjarvis.action.SearchResult;
import notjarvis.journal.Known;
import notjarvis.journal.Message;
import notjarvis.journal.Message.Role;
import notjarvis.journal.RunState;
import notjarvis.journal.Said;
import notjarvis.journal.Step;
import notjarvis.journal.ThreadState;
import notjarvis.json.Json;
import notjarvis.planner.brain.Situation;
import org.junit.jupiter.api.Test;

/** What the model reads does not grow with the conversation. */
class WindowTest {
  private static final UUID RUN = Scene.RUN;
  private static final String MUCH = "z".repeat(20_000);

  private static Message message(int number, String text) {
    Role role = number % 2 == 0 ? Role.USER : Role.ASSISTANT;
    return new Message(role, number + " " + text, new UUID(0, number), Instant.EPOCH);
  }

  private static ThreadState thread(int turns, String text, String earlier) {
    List<Message> messages = new ArrayList<>();
    IntStream.range(0, turns).forEach(number -> messages.add(message(number, text)));
    messages.add(new Message(Role.USER, "the goal", RUN, Instant.EPOCH));
    return new ThreadState(ThreadState.VERSION, messages, results(turns), null, List.of(), earlier);
  }

  private static Known results(int count) {
    List<SearchResult> results =
        IntStream.rangeClosed(1, count)
            .mapToObj(number -> new SearchResult(number, MUCH, "https://a.example/", MUCH))
            .toList();
    return new Known(results, null, List.of(), false);
  }

  private static Situation situation(ThreadState thread, int steps, Said said) {
    List<Step> memory = IntStream.rangeClosed(1, steps).mapToObj(WindowTest::step).toList();
    RunState run = new RunState(RUN, "the goal", thread.known(), steps, memory, said);
    ZonedDateTime now = ZonedDateTime.parse("2026-11-23T18:24:00Z");
    return new Situation(thread, run, List.of(Scene.SEARCH), 1, now);
  }

  private static Step step(int number) {
    Action action = new Action(RUN + ":" + number, "search", Map.of("query", MUCH), Effect.PURE);
    return new Step(number, "", action, Observation.found(MUCH, List.of(), MUCH), null);
  }

  private static String asked(Situation situation) {
    return Json.write(new Prompt("gemini-3.5-flash-lite").about(situation).request());
  }

  @Test
  void aRequestIsBoundedHoweverMuchThereIs() {
    Situation huge = situation(thread(1_000, MUCH, MUCH), 10, Said.NOTHING);
    assertThat(asked(huge)).hasSizeLessThan(40_000);
  }

  @Test
  void whatFellOutIsToldInBriefTheNewestLast() {
    String asked =
        asked(situation(thread(40, "y".repeat(600), "Person: long ago"), 0, Said.NOTHING));
    assertThat(asked)
        .contains("[Earlier in this conversation, in brief]")
        .contains("Person: 26 yyy")
        .contains("Assistant: 25 yyy")
        .doesNotContain("Person: 0 yyy")
        .doesNotContain("long ago");
    assertThat(asked.indexOf("25 yyy")).isLessThan(asked.indexOf("26 yyy"));
  }

  @Test
  void whatTheJournalToldInBriefIsToldOn() {
    assertThat(asked(situation(thread(2, "hi", "Person: long ago"), 0, Said.NOTHING)))
        .contains("Person: long ago");
  }

  @Test
  void ofAShortConversationNothingIsToldInBrief() {
    assertThat(asked(situation(thread(2, "hi", ""), 0, Said.NOTHING))).doesNotContain("in brief");
  }

  @Test
  void theOldestStepsAreShortenedFirstAndThenCounted() {
    String state = WorkState.of(situation(thread(0, "", ""), 30, Said.NOTHING));
    assertThat(state).contains("older ones are left out)").contains("\n30. search");
    assertThat(state.split("<outside>", -1)).hasSizeBetween(3, 8);
  }

  @Test
  void theGoalIsSaidAgainWhereMoreWasSaidSince() {
    Said said = new Said(List.of(new Said.Steer("hurry", Known.NOTHING, 0)), 1, false, null);
    assertThat(WorkState.of(situation(thread(0, "", ""), 0, said)))
        .contains("The goal was: the goal");
    assertThat(WorkState.of(situation(thread(0, "", ""), 0, Said.NOTHING)))
        .doesNotContain("The goal was");
  }
}
