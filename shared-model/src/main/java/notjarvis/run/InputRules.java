package notjarvis.run;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import notjarvis.thread.ThreadKey;

/** What a goal and a thread id may be; whoever takes them from outside asks here. */
public final class InputRules {
  /** How many characters a goal may have. */
  public static final int LONGEST_GOAL = 1_000;

  private InputRules() {}

  /**
   * What is wrong with a goal, if anything is.
   *
   * @param field what the person knows it by
   */
  public static Optional<String> faultOfGoal(String field, String goal, int limit) {
    if (goal.isBlank()) {
      return Optional.of("\"" + field + "\" is empty: say what you want done.");
    }
    int length = goal.codePointCount(0, goal.length());
    if (length > limit) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "\"%s\" has %,d characters; up to %,d are taken.",
              field,
              length,
              limit));
    }
    boolean text = goal.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(goal);
    return text
        ? Optional.empty()
        : Optional.of("\"" + field + "\" contains characters that are not text.");
  }

  /**
   * What is wrong with a thread id, if anything is.
   *
   * @param field what the person knows it by
   */
  public static Optional<String> faultOfThreadId(String field, String threadId) {
    return ThreadKey.isThreadId(threadId)
        ? Optional.empty()
        : Optional.of("\"" + field + "\" has to be " + ThreadKey.THREAD_ID_RULE);
  }
}
