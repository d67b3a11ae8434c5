package notjarvis.planner.run;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import notjarvis.action.Action;
import notjarvis.action.Effect;
import notjarvis.web.WebAddress;

/**
 * What an action does, in the one form that all ways of writing it come to: two actions with equal
 * deeds do the same.
 *
 * @param action its name
 * @param arguments by name, as texts
 */
record Deed(String action, Map<String, String> arguments) {
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern EMPTY_END = Pattern.compile("[?#]+$");

  Deed {
    arguments = Map.copyOf(arguments);
  }

  static Deed of(Action action) {
    boolean looks = action.effect() == Effect.PURE;
    Map<String, String> arguments = new LinkedHashMap<>();
    action.arguments().forEach((name, value) -> arguments.put(name, canonical(value, looks)));
    return new Deed(action.name(), arguments);
  }

  /** What is only looked for is the same in capitals; a file or an app need not be. */
  private static String canonical(Object value, boolean looks) {
    String text = SPACES.matcher(String.valueOf(value).strip()).replaceAll(" ");
    try {
      return EMPTY_END.matcher(WebAddress.parse(text).toString()).replaceAll("");
    } catch (IllegalArgumentException e) {
      return looks ? text.toLowerCase(Locale.ROOT) : text;
    }
  }
}
