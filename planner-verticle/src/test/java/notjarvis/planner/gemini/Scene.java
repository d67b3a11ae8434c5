package notjarvis.planner.gemini;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import notjarvis.action.Action;
import notjarvis.action.ActionSpec;
import notjarvis.action.Effect;
import notjarvis.action.Observation;
import notjarvis.action.Parameter;
import notjarvis.action.ParameterType;
import notjarvis.action.Place;
import notjarvis.action.SearchResult;
import notjarvis.journal.Known;
import notjarvis.journal.Message;
import notjarvis.journal.RunState;
import notjarvis.journal.Step;
import notjarvis.journal.ThreadState;
import notjarvis.planner.brain.Situation;
import org.jspecify.annotations.Nullable;

/** Situations for tests, each built up from the one before it. */
record Scene(
    List<Message> messages,
    List<SearchResult> results,
    List<String> opened,
    List<Step> steps,
    List<ActionSpec> catalogue,
    int stepsLeft) {
  static final UUID RUN = UUID.fromString("00000000-0000-0000-0000-000000000001");
  static final ActionSpec SEARCH =
      new ActionSpec(
          "search",
          List.of("find"),
          "Searches the web.",
          List.of(
              Parameter.required("query", ParameterType.TEXT, "What to look for"),
              Parameter.optional("count", ParameterType.WHOLE_NUMBER, "How many results"),
              Parameter.optional("safe", ParameterType.YES_NO, "Whether to filter")),
          Effect.PURE,
          Place.SERVER);
  static final ActionSpec OPEN_WEBSITE =
      new ActionSpec(
          "open_website",
          List.of("open"),
          "Opens a website.",
          List.of(Parameter.required("url", ParameterType.ADDRESS, "Which one")),
          Effect.IRREVERSIBLE,
          Place.DESKTOP);
  static final ActionSpec OPEN_APP =
      new ActionSpec(
          "open_app",
          List.of(),
          "Opens an application.",
          List.of(Parameter.required("name", ParameterType.TEXT, "Its name")),
          Effect.IRREVERSIBLE,
          Place.DESKTOP);
  static final ActionSpec LOCK =
      new ActionSpec(
          "lock", List.of(), "Locks the screen.", List.of(), Effect.IRREVERSIBLE, Place.DESKTOP);
  private static final Instant AT = Instant.parse("2026-11-23T17:00:00Z");

  static Scene goal(String goal) {
    Message said = new Message(Message.Role.USER, goal, RUN, AT);
    return new Scene(
        List.of(said),
        List.of(),
        List.of(),
        List.of(),
        List.of(SEARCH, OPEN_WEBSITE, OPEN_APP, LOCK),
        8);
  }

  /** With this said before all that was said so far. */
  Scene after(Message.Role role, String text) {
    List<Message> all = new ArrayList<>(List.of(new Message(role, text, new UUID(0, 2), AT)));
    all.addAll(messages);
    return new Scene(all, results, opened, steps, catalogue, stepsLeft);
  }

  Scene step(String action, Map<String, Object> arguments, Observation seen) {
    return step(action, arguments, seen, null);
  }

  Scene step(
      String action,
      Map<String, Object> arguments,
      @Nullable Observation seen,
      @Nullable String refusal) {
    int number = steps.size() + 1;
    Action done = new Action(RUN + ":" + number, action, arguments, Effect.PURE);
    List<Step> all = new ArrayList<>(steps);
    all.add(new Step(number, "", done, seen, refusal));
    return new Scene(messages, results, opened, all, catalogue, stepsLeft);
  }

  Scene knowing(SearchResult... found) {
    return new Scene(messages, List.of(found), opened, steps, catalogue, stepsLeft);
  }

  Scene havingOpened(String... urls) {
    return new Scene(messages, results, List.of(urls), steps, catalogue, stepsLeft);
  }

  Scene offering(ActionSpec... specs) {
    return new Scene(messages, results, opened, steps, List.of(specs), stepsLeft);
  }

  Scene withStepsLeft(int left) {
    return new Scene(messages, results, opened, steps, catalogue, left);
  }

  Situation situation() {
    Known known = new Known(results, null, opened, false);
    String goal = messages.get(messages.size() - 1).text();
    RunState run = new RunState(RUN, goal, known, steps.size(), steps);
    ThreadState thread = new ThreadState(ThreadState.VERSION, messages, known, run, List.of());
    ZonedDateTime now = ZonedDateTime.parse("2026-11-23T18:24:00+01:00[Europe/Berlin]");
    return new Situation(thread, run, catalogue, stepsLeft, now);
  }
}
