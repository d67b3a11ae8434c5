package notjarvis.planner.intent;

import java.util.Map;
import notjarvis.action.Observation;
import notjarvis.action.SearchResult;
import notjarvis.journal.Step;
import notjarvis.planner.brain.Decision;

/**
 * An action that a wish needs.
 *
 * @param say what the person is told before it happens
 * @param verb what it does, as in "I could not open …"
 * @param thing what it is done to
 */
record Request(
    String action, Map<String, Object> arguments, String say, String verb, String thing) {
  private static final int LONGEST_QUERY = 100;

  static Request search(String query) {
    String shown = "\u201c" + Phrases.clean(query, LONGEST_QUERY) + "\u201d";
    Map<String, Object> arguments = Map.of("query", query);
    String say = "Searching the web for " + shown + ".";
    return new Request(Actions.SEARCH, arguments, say, "search the web for", shown);
  }

  /** Opens an address that the person named, or one that is known by its name. */
  static Request address(Wish.OpenAddress wish) {
    return website(wish.address(), wish.address(), wish.shown());
  }

  /** Opens a result by its number. */
  static Request result(SearchResult result) {
    return website(result.number(), result.url(), Results.named(result));
  }

  private static Request website(Object url, String address, String thing) {
    String say = "Opening " + Results.address(address) + ".";
    return new Request(Actions.OPEN_WEBSITE, Map.of("url", url), say, "open", thing);
  }

  static Request app(String name) {
    Map<String, Object> arguments = Map.of("name", name);
    String say = "Opening " + name + ".";
    return new Request(Actions.OPEN_APP, arguments, say, "open", "the app \"" + name + "\"");
  }

  static Request screenshot(Wish.Screenshot wish) {
    String path = wish.savePath();
    Map<String, Object> arguments = path == null ? Map.of() : Map.of("save_path", path);
    String say = "Taking a screenshot.";
    return new Request(Actions.TAKE_SCREENSHOT, arguments, say, "take", "a screenshot");
  }

  Decision.Act decision() {
    return new Decision.Act(say, action, arguments);
  }

  /** Says why it is not even tried. */
  Progress untried(String why) {
    return Progress.Over.badly("I could not " + verb + " " + thing + ". " + why);
  }

  /** Says what there is to say of a step that did not go well; a refusal says it all itself. */
  Progress unfinished(Step step) {
    String refusal = step.refusal();
    if (refusal != null) {
      return Progress.Over.badly(Phrases.sentence(refusal));
    }
    Observation seen = step.observation();
    String why = seen == null ? "" : " " + Phrases.sentence(seen.text());
    boolean failed = seen != null && seen.status() == Observation.Status.FAILED;
    String begin = failed ? "I could not " : "I do not know whether I managed to ";
    return Progress.Over.badly(begin + verb + " " + thing + "." + why);
  }
}
