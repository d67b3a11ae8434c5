package notjarvis.planner.run;

import java.util.Optional;
import java.util.regex.Pattern;
import notjarvis.run.InputRules;
import notjarvis.run.StartRun;
import notjarvis.thread.ThreadKey;
import org.jspecify.annotations.Nullable;

/** Checks what a run is started with; whoever asks may be another version of us. */
final class StartCheck {
  private static final int LONGEST_OWNER = 200;
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private StartCheck() {}

  /** What is wrong with it, if anything is; names the field. */
  static Optional<String> fault(StartRun start) {
    if (isMissing(start.runId())) {
      return missing("runId");
    }
    return faultOf(start.thread()).or(() -> faultOfGoal(start.goal()));
  }

  private static Optional<String> faultOf(@Nullable ThreadKey thread) {
    if (thread == null) {
      return missing("thread");
    }
    return faultOfOwner(thread.ownerId()).or(() -> faultOfThreadId(thread.threadId()));
  }

  private static Optional<String> faultOfOwner(@Nullable String owner) {
    if (owner == null || owner.isBlank()) {
      return missing("ownerId");
    }
    return owner.length() > LONGEST_OWNER || CONTROL.matcher(owner).find()
        ? Optional.of(
            "\"ownerId\" has to be at most %d characters, none of them a control character."
                .formatted(LONGEST_OWNER))
        : Optional.empty();
  }

  private static Optional<String> faultOfThreadId(@Nullable String threadId) {
    return threadId == null
        ? missing("threadId")
        : InputRules.faultOfThreadId("threadId", threadId);
  }

  private static Optional<String> faultOfGoal(@Nullable String goal) {
    return goal == null
        ? missing("goal")
        : InputRules.faultOfGoal("goal", goal, InputRules.LONGEST_GOAL);
  }

  private static Optional<String> missing(String field) {
    return Optional.of("\"" + field + "\" is missing.");
  }

  private static boolean isMissing(@Nullable Object value) {
    return value == null;
  }
}
