package notjarvis.planner.gemini;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import notjarvis.action.Observation;
import notjarvis.action.SearchResult;
import notjarvis.journal.Step;
import notjarvis.json.Json;
import notjarvis.planner.brain.Situation;
import org.jspecify.annotations.Nullable;

/** What the model is told beside the conversation: time, steps and what they came to, results. */
final class WorkState {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy, HH:mm (VV)", Locale.ENGLISH);
  private static final int RESULTS = 30;
  private static final int STEPS = 20;
  private static final int TITLE = 120;
  private static final int ADDRESS = 200;
  private static final int SNIPPET = 300;
  private static final int REMARK = 600;
  private static final int QUOTE = 2_000;

  private WorkState() {}

  static String of(Situation situation) {
    StringBuilder text = new StringBuilder("[State of the work]\n");
    text.append("Time: ").append(TIME.format(situation.now())).append('\n');
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

  private static void steps(StringBuilder text, List<Step> steps) {
    text.append(steps.isEmpty() ? "No steps so far.\n" : "Steps so far:\n");
    newest(steps, STEPS).forEach(step -> text.append(step(step)).append('\n'));
  }

  private static String step(Step step) {
    String doing =
        "%d. %s %s: "
            .formatted(
                step.step(),
                step.action().name(),
                Outside.line(Json.write(step.action().arguments()), REMARK));
    return doing + outcome(step.observation(), step.refusal());
  }

  private static String outcome(@Nullable Observation seen, @Nullable String refusal) {
    if (refusal != null) {
      return "not carried out. " + Outside.line(refusal, REMARK);
    }
    if (seen == null) {
      return "not known yet";
    }
    String quote = seen.quote();
    String said = status(seen.status()) + ". " + Outside.line(seen.text(), REMARK);
    return quote == null
        ? said
        : said + "\n" + Outside.marked(Stream.of(Outside.block(quote, QUOTE)));
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
      Stream<String> lines = newest(results, RESULTS).stream().map(WorkState::result);
      text.append("Search results by number:\n").append(Outside.marked(lines)).append('\n');
    }
  }

  private static String result(SearchResult result) {
    return "%d. %s | %s | %s"
        .formatted(
            result.number(),
            Outside.line(result.title(), TITLE),
            Outside.line(result.url(), ADDRESS),
            Outside.line(result.snippet(), SNIPPET));
  }

  private static void opened(StringBuilder text, List<String> opened) {
    if (!opened.isEmpty()) {
      Stream<String> lines = opened.stream().map(url -> Outside.line(url, ADDRESS));
      text.append("Opened before, newest first:\n").append(Outside.marked(lines)).append('\n');
    }
  }

  private static <T> List<T> newest(List<T> all, int limit) {
    return all.subList(Math.max(0, all.size() - limit), all.size());
  }
}
