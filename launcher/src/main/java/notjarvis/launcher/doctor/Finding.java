package notjarvis.launcher.doctor;

/**
 * What a check found.
 *
 * @param state whether the part works
 * @param part what was looked at
 * @param text what was found, and what to set when it is not right
 */
public record Finding(State state, String part, String text) {
  /** Whether a part works. */
  public enum State {
    /** It works. */
    WORKS,
    /** It is set up, and was not tried. */
    UNTRIED,
    /** It is not set up; the rest works without it. */
    ABSENT,
    /** It is set up, or is needed, and does not work. */
    BROKEN
  }

  public static Finding works(String part, String text) {
    return new Finding(State.WORKS, part, text);
  }

  static Finding untried(String part, String text) {
    return new Finding(State.UNTRIED, part, text);
  }

  static Finding absent(String part, String text) {
    return new Finding(State.ABSENT, part, text);
  }

  public static Finding broken(String part, String text) {
    return new Finding(State.BROKEN, part, text);
  }
}
