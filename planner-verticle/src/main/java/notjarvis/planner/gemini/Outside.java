package notjarvis.planner.gemini;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Text from outside as the model gets to see it: between markers that the text itself can neither
 * close nor open, because it is left without any angle bracket.
 */
final class Outside {
  private static final String BEGIN = "<outside>";
  private static final String END = "</outside>";

  private Outside() {}

  /** The lines between markers; each stays one line. */
  static String marked(Stream<String> lines) {
    return lines.collect(Collectors.joining("\n", BEGIN + "\n", "\n" + END));
  }

  /** The text as one line of at most so many characters, fit to stand beside markers. */
  static String line(String text, int limit) {
    return cut(harmless(text).replaceAll("[\\s\\p{Cntrl}\\u2028\\u2029]+", " ").strip(), limit);
  }

  /** The text with its lines, at most so many characters, fit to stand between markers. */
  static String block(String text, int limit) {
    return cut(harmless(text).replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", " "), limit);
  }

  private static String harmless(String text) {
    return text.replaceAll("[<\\uFF1C\\uFE64]", "\u2039").replaceAll("[>\\uFF1E\\uFE65]", "\u203A");
  }

  /** At most so many characters of the text, and a sign where more was left out. */
  static String cut(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
    return text.substring(0, end) + "…";
  }
}
