package notjarvis.planner.run;

import java.util.Set;
import notjarvis.journal.Verdict;
import org.jspecify.annotations.Nullable;

/** What the brain and the person read of an action that did not get its yes. */
final class Answers {
  private static final String DENIED = "I left that out, because you said no.";
  private static final String EXPIRED = "I left that out, because nobody said yes in time.";
  private static final Set<String> NO_YES = Set.of(DENIED, EXPIRED);

  private Answers() {}

  /** Why an action is not carried out that was not granted. */
  static String why(Verdict verdict) {
    return verdict == Verdict.EXPIRED ? EXPIRED : DENIED;
  }

  /** Whether a step was refused because there was no yes. */
  static boolean isNoYes(@Nullable String refusal) {
    return refusal != null && NO_YES.contains(refusal);
  }
}
