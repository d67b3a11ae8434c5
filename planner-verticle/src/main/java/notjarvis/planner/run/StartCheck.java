package notjarvis.planner.run;

import java.util.Optional;
import java.util.regex.Pattern;
import notjarvis.run.StartRun;
import notjarvis.thread.ThreadKey;
import org.jspecify.annotations.Nullable;

/** Checks what a run is started with; whoever asks may be another version of us. */
final class StartCheck {
  static final int LONGEST_GOAL = 1_000;
  static final int LONGEST_ID = 200;
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private StartCheck() {}

  /** What is wrong with it, if anything is; names the field. */
  static Optional<String> fault(StartRun start) {
    if (isMissing(start.runId())) {
      return Optional.of("\"runId\" is missing.");
    }
    return faultOf(start.thread()).or(() -> faultOfGoal(start.goal()));
  }

  private static Optional<String> faultOf(@Nullable ThreadKey thread) {
    if (thread == null) {
      return Optional.of("\"thread\" is missing.");
    }
    return faultOfId("ownerId", thread.ownerId())
        .or(() -> faultOfId("threadId", thread.threadId()));
  }

  private static Optional<String> faultOfId(String field, @Nullable String id) {
    if (id == null || id.isBlank()) {
      return Optional.of("\"" + field + "\" is missing.");
    }
    if (id.length() > LONGEST_ID || CONTROL.matcher(id).find()) {
      return Optional.of(
          "\"%s\" has to be at most %d characters, none of them a control character."
              .formatted(field, LONGEST_ID));
    }
    return Optional.empty();
  }

  private static Optional<String> faultOfGoal(@Nullable String goal) {
    if (goal == null || goal.isBlank()) {
      return Optional.of("\"goal\" is missing.");
    }
    return goal.codePointCount(0, goal.length()) > LONGEST_GOAL
        ? Optional.of("\"goal\" has more than " + LONGEST_GOAL + " characters.")
        : Optional.empty();
  }

  private static boolean isMissing(@Nullable Object value) {
    return value == null;
  }
}
