package notjarvis.planner.run;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import notjarvis.action.Action;
import notjarvis.action.Observation;
import notjarvis.action.Observation.Status;
import notjarvis.failure.Failure;
import notjarvis.journal.Entry.AnswerGiven;
import notjarvis.journal.RunState;
import notjarvis.journal.Step;
import notjarvis.run.Outcome;
import org.jspecify.annotations.Nullable;

/** What the person is told when a run ends without an answer of a brain. */
final class Endings {
  /** No brain knew what to do. */
  static final String UNREADABLE =
      "I cannot read what I have written down of this, so I stop here. Ask again.";

  static final String NOT_UNDERSTOOD =
      "I did not understand that. Say \"help\" to see what I understand by myself.";

  private static final int LONGEST = 160;

  private Endings() {}

  static String outOfSteps(RunState run, int limit) {
    return sentences(
        "I stopped after " + limit + " steps and am not done with this.",
        soFar(run),
        "Ask again to go on.");
  }

  static String refusedAgain(RunState run, String why) {
    return sentences("I stopped here, because I got no further.", why, soFar(run));
  }

  /** Planner after planner was lost over it. */
  static String interrupted(RunState run) {
    return sentences("I was stopped in the middle of this.", soFar(run), "Ask again to go on.");
  }

  /**
   * The person stopped it.
   *
   * @param heard what they have heard of an answer by then
   */
  static String cancelled(RunState run, String heard) {
    String begun = heard.isBlank() ? "" : heard.stripTrailing() + " \u2026\n";
    return begun + sentences("I stopped, as you asked.", soFar(run));
  }

  /** The brain could not decide. */
  static AnswerGiven givenUp(RunState run, Failure why) {
    return new AnswerGiven(Outcome.FAILED, broken(run, why.getMessage()));
  }

  static String broken(RunState run, String why) {
    return sentences(why, run.executorMemory().isEmpty() ? "" : soFar(run));
  }

  /** An action as a person reads it. */
  static String inWords(Action action) {
    String values =
        action.arguments().values().stream().map(String::valueOf).collect(Collectors.joining(" "));
    return clipped(sentences(action.name(), values));
  }

  private static String soFar(RunState run) {
    List<Step> steps = run.executorMemory();
    String done = listed("Done: ", steps.stream().filter(Step::succeeded).map(Endings::outcome));
    String uncertain =
        listed(
            "Not certain: ",
            steps.stream().filter(Endings::isUncertain).map(step -> inWords(step.action())));
    return sentences(done.isEmpty() ? "Nothing was done." : done, uncertain);
  }

  private static String listed(String title, Stream<String> items) {
    String list = items.collect(Collectors.joining("; "));
    return list.isEmpty() ? "" : title + list + ".";
  }

  private static String outcome(Step step) {
    String text = Objects.requireNonNull(step.observation()).text().strip();
    String told = text.isEmpty() ? inWords(step.action()) : clipped(text);
    return told.endsWith(".") ? told.substring(0, told.length() - 1) : told;
  }

  private static boolean isUncertain(Step step) {
    @Nullable Observation seen = step.observation();
    return seen == null ? step.refusal() == null : seen.status() == Status.UNKNOWN;
  }

  private static String clipped(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }

  private static String sentences(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
  }
}
