package notjarvis.journal;

import java.util.UUID;
import notjarvis.run.StartRun;
import notjarvis.thread.ThreadKey;

/**
 * Makes a goal durable, run and {@code input} checkpoint together, and claims the run for the
 * planner if the thread is free. A run that is parked in the thread is superseded. Answered with
 * {@link GoalAccepted}; refused as CONFLICT when the run id or the idempotency key belongs to
 * another goal, or the thread is busy and the goal is not to wait.
 *
 * @param plannerId who would work on it
 */
public record AcceptGoal(StartRun start, String plannerId, Metadata metadata) {
  public UUID runId() {
    return start.runId();
  }

  public ThreadKey thread() {
    return start.thread();
  }
}
