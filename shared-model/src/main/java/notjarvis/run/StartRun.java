package notjarvis.run;

import java.util.UUID;
import notjarvis.thread.ThreadKey;
import org.jspecify.annotations.Nullable;

/**
 * Asks a planner to take on a goal. Answered with {@link RunAccepted} once the goal is durable;
 * asking again with the same run id, or the same idempotency key, starts nothing new.
 *
 * @param runId chosen by who asks, so that a lost answer can be asked for again
 * @param thread the conversation that the goal belongs to
 * @param goal what the person wants, 1 to 1,000 characters
 * @param onBusy what becomes of it while the thread is busy
 * @param idempotencyKey the client's own name for this request; null when it gave none
 */
public record StartRun(
    UUID runId, ThreadKey thread, String goal, OnBusy onBusy, @Nullable String idempotencyKey) {

  /** A goal that waits while its thread is busy. */
  public static StartRun of(UUID runId, ThreadKey thread, String goal) {
    return new StartRun(runId, thread, goal, OnBusy.ENQUEUE, null);
  }
}
