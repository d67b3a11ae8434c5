package notjarvis.planner.intent;

import java.util.Map;

/** The actions that everyday commands lead to, and how to say that one of them is missing. */
final class Actions {
  static final String SEARCH = "search";
  static final String OPEN_WEBSITE = "open_website";
  static final String OPEN_APP = "open_app";
  static final String TAKE_SCREENSHOT = "take_screenshot";

  private static final Map<String, String> MISSING =
      Map.of(
          SEARCH,
          "Nothing that can search the web is connected right now.",
          OPEN_WEBSITE,
          "No desktop that can open websites is connected right now.",
          OPEN_APP,
          "No desktop that can open apps is connected right now.",
          TAKE_SCREENSHOT,
          "No desktop that can take screenshots is connected right now.");

  private Actions() {}

  static String missing(String action) {
    return MISSING.getOrDefault(action, "That is not possible right now.");
  }
}
