package notjarvis.launcher.terminal;

/** Keeps text from outside from steering the terminal. */
final class Clean {
  private Clean() {}

  /** The text without control characters; line feeds and tabs stay. */
  static String text(String untrusted) {
    return untrusted.replaceAll("[\\p{Cntrl}\u0080-\u009f&&[^\n\t]]", "");
  }
}
