package notjarvis.planner.gemini;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import notjarvis.action.Observation;
import notjarvis.action.SearchResult;
import notjarvis.journal.RunState;
import notjarvis.journal.Step;
import notjarvis.json.Json;
import notjarvis.planner.brain.Situation;

/** What the model is told beside the conversation: time, steps and what they came to, results. */
final class WorkState {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy, HH:mm (VV)", Locale.ENGLISH);
  private static final int RESULTS_ROOM = 8_000;
  private static final int STEPS_ROOM = 12_000;
  private static final int GOAL = 1_000;
  private static final int IN_BRIEF = 200;
  private static final int TITLE = 120;
  private static final int ADDRESS = 200;
  private static final int SNIPPET = 300;
  private static final int REMARK = 600;
  private static final int QUOTE = 2_000;

  private WorkState() {}

  static String of(Situation situation) {
    StringBuilder text = new StringBuilder("[State of the work]\n");
    text.append("Time: ").append(TIME.format(situation.now())).append('\n');
    goal(text, situation.run());
    text.append(stepsLeft(situation.stepsLeft()));
    steps(text, situation.run().executorMemory());
    results(text, situation.thread().results());
    opened(text, situation.thread().opened());
    return text.toString();
  }

  private static String stepsLeft(int steps) {
    return steps > 0
        ? "Steps left: " + steps + "\n"
        : "No step is left: answer now with what is known.\n";
  }

  /** Where more was said since, the goal may not be the last message any more. */
  private static void goal(StringBuilder text, RunState run) {
    if (!run.said().steers().isEmpty()) {
      text.append("The goal was: ").append(Outside.line(run.goal(), GOAL)).append('\n');
      text.append("What the person said after that goes before it.\n");
    }
  }

  private static void steps(StringBuilder text, List<Step> steps) {
    text.append(steps.isEmpty() ? "No steps so far.\n" : "Steps so far:\n");
    List<String> told =
        new Room(STEPS_ROOM)
            .newest(steps, step -> List.of(step(step), Outside.line(brief(step), IN_BRIEF)));
    if (told.size() < steps.size()) {
      text.append("(").append(steps.size() - told.size()).append(" older ones are left out)\n");
    }
    told.forEach(step -> text.append(step).append('\n'));
  }

  private static String brief(Step step) {
    return step.step() + ". " + step.action().name() + ": " + remark(step);
  }

  private static String step(Step step) {
    String doing =
        "%d. %s %s: "
            .formatted(
                step.step(),
                step.action().name(),
                Outside.line(Json.write(step.action().arguments()), REMARK));
    return doing + outcome(step);
  }

  private static String outcome(Step step) {
    Observation seen = step.observation();
    String quote = seen == null ? null : seen.quote();
    return quote == null
        ? remark(step)
        : remark(step) + "\n" + Outside.marked(Stream.of(Outside.block(quote, QUOTE)));
  }

  private static String remark(Step step) {
    String refusal = step.refusal();
    if (refusal != null) {
      return "not carried out. " + Outside.line(refusal, REMARK);
    }
    Observation seen = step.observation();
    return seen == null
        ? "not known yet"
        : status(seen.status()) + ". " + Outside.line(seen.text(), REMARK);
  }

  private static String status(Observation.Status status) {
    return switch (status) {
      case OK -> "done";
      case FAILED -> "failed";
      case UNKNOWN -> "started, and whether it happened is not known";
    };
  }

  private static void results(StringBuilder text, List<SearchResult> results) {
    if (!results.isEmpty()) {
      Room room = new Room(RESULTS_ROOM);
      Stream<String> lines =
          room.newest(results, each -> List.of(result(each), withoutSnippet(each))).stream();
      text.append("Search results by number:\n").append(Outside.marked(lines)).append('\n');
    }
  }

  private static String result(SearchResult result) {
    return withoutSnippet(result) + " | " + Outside.line(result.snippet(), SNIPPET);
  }

  private static String withoutSnippet(SearchResult result) {
    return "%d. %s | %s"
        .formatted(
            result.number(),
            Outside.line(result.title(), TITLE),
            Outside.line(result.url(), ADDRESS));
  }

  private static void opened(StringBuilder text, List<String> opened) {
    if (!opened.isEmpty()) {
      Stream<String> lines = opened.stream().map(url -> Outside.line(url, ADDRESS));
      text.append("Opened before, newest first:\n").append(Outside.marked(lines)).append('\n');
    }
  }
}
