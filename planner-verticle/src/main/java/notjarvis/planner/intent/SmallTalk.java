package notjarvis.planner.intent;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import notjarvis.action.ActionSpec;
import notjarvis.journal.Message;
import notjarvis.planner.brain.Situation;

/** What is said where nothing has to be done. */
final class SmallTalk {
  private static final Map<String, String> EXAMPLES =
      Map.of(
          Actions.SEARCH, "search for jazz in Lisbon",
          Actions.OPEN_WEBSITE, "open wikipedia",
          Actions.OPEN_APP, "launch firefox",
          Actions.TAKE_SCREENSHOT, "take a screenshot");

  private SmallTalk() {}

  static String greeting(Situation situation) {
    return "Hello! What can I do for you?";
  }

  static String wellbeing(Situation situation) {
    return "All is well here, thank you. What can I do for you?";
  }

  static String welcome(Situation situation) {
    return "You are welcome.";
  }

  static String goodbye(Situation situation) {
    return "Goodbye!";
  }

  static String whoIAm(Situation situation) {
    return "I am Not-Jarvis, your personal assistant. Tell me in a sentence what you want done;"
        + " say \"help\" to see what I can do right now.";
  }

  /** What can be done right now, from what the executors declare. */
  static String help(Situation situation) {
    String actions =
        situation.catalogue().stream().map(SmallTalk::line).collect(Collectors.joining("\n"));
    String first =
        actions.isEmpty()
            ? "No desktop or other helper is connected right now, so I cannot act."
            : "This is what I can do right now:\n" + actions;
    return first
        + "\nI also tell the time and the date, work out sums, and recall what you asked me."
        + "\nSeveral wishes can go into one sentence, such as"
        + " \"find the MIT website, open it and take a screenshot\".";
  }

  private static String line(ActionSpec spec) {
    String example = EXAMPLES.get(spec.name());
    String description = Phrases.sentence(spec.description());
    return "- " + description + (example == null ? "" : " Say \"" + example + "\".");
  }

  /** What the person said before the goal at hand. */
  static String lastAsked(Situation situation) {
    List<String> earlier =
        situation.thread().messages().stream()
            .filter(message -> message.role() == Message.Role.USER)
            .filter(message -> !message.runId().equals(situation.run().runId()))
            .map(Message::text)
            .toList();
    return earlier.isEmpty()
        ? "This is the first thing that you have asked me in this conversation."
        : "You asked: \"" + Phrases.clean(earlier.get(earlier.size() - 1), 1_000) + "\"";
  }
}
