package notjarvis.journal;

import java.time.Instant;
import java.util.UUID;
import notjarvis.action.Action;
import org.jspecify.annotations.Nullable;

/**
 * An action that waits for the person's yes.
 *
 * @param step the step that it would be
 * @param say the planner's words for the person, may be empty
 * @param action exactly what would be done
 * @param executor the instance that would do it
 * @param why the reason to ask, in words for the person
 * @param verdict null while nobody has answered
 */
public record Approval(
    UUID approvalId,
    int step,
    String say,
    Action action,
    String executor,
    String why,
    Instant expiresAt,
    @Nullable Verdict verdict) {
  /** Whether this is the one, and nobody has answered it. */
  boolean waitsFor(UUID id) {
    return approvalId.equals(id) && verdict == null;
  }

  Approval answered(Verdict given) {
    return new Approval(approvalId, step, say, action, executor, why, expiresAt, given);
  }
}
