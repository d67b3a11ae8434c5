package notjarvis.gateway.plain;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Text of any origin as lines that are safe in a stream and on a terminal. */
final class PlainText {
  /** The line that ends a stream. */
  static final String DONE = "[DONE]";

  // some clients take the two separators for line ends, and would read what follows as a line of
  // the stream
  private static final Pattern LINE_END = Pattern.compile("\r\n?|[\u2028\u2029]");
  private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0B-\\x1F\\x7F-\\x9F]");

  private PlainText() {}

  /** The text with LF as its only line end, and without control characters other than TAB. */
  static String clean(String text) {
    return CONTROL.matcher(LINE_END.matcher(text).replaceAll("\n")).replaceAll("");
  }

  /** The lines of a text; none when it is blank. */
  static List<String> lines(String text) {
    String clean = clean(text);
    return clean.isBlank() ? List.of() : split(clean.stripTrailing());
  }

  /** The lines of a clean text, also when they are empty. */
  static List<String> split(String clean) {
    return Stream.of(clean.split("\n", -1)).map(PlainText::shielded).toList();
  }

  /** A line of text that looks like the end of the stream must not be taken for it. */
  private static String shielded(String line) {
    return line.strip().equals(DONE) ? "\"" + DONE + "\"" : line.stripTrailing();
  }
}
