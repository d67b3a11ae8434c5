package notjarvis.launcher.terminal;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps text from outside from steering the terminal. */
public final class Clean {
  /**
   * Control characters but line feeds and tabs, and what turns the direction of writing: with it
   * text can be made to read as something else.
   */
  private static final Pattern STEERING =
      Pattern.compile(
          "[\\p{Cntrl}\u0080-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069&&[^\n\t]]");

  private Clean() {}

  /** The text without what could steer the terminal. */
  public static String text(String untrusted) {
    return STEERING.matcher(untrusted).replaceAll("");
  }

  /** The same JSON, with what could steer the terminal written as escapes. */
  static String json(String json) {
    return STEERING.matcher(json).replaceAll(Clean::escape);
  }

  private static String escape(MatchResult found) {
    return Matcher.quoteReplacement(String.format("\\u%04x", (int) found.group().charAt(0)));
  }
}
