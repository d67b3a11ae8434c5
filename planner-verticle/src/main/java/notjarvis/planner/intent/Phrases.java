package notjarvis.planner.intent;

import java.util.regex.Pattern;

/** Makes text fit for a message. */
final class Phrases {
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\s]+");

  private Phrases() {}

  /** One line without control characters, cut where it is too long. */
  static String clean(String text, int longest) {
    String line = UNSEEN.matcher(text).replaceAll(" ").strip();
    if (line.codePointCount(0, line.length()) <= longest) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, longest)).strip() + "\u2026";
  }

  /** The text with the full stop that it may lack. */
  static String sentence(String text) {
    String line = text.strip();
    boolean ended = line.isEmpty() || ".!?\u2026".indexOf(line.charAt(line.length() - 1)) >= 0;
    return ended ? line : line + ".";
  }
}
