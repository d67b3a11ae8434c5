package notjarvis.journal;

import java.util.UUID;
import notjarvis.thread.ThreadKey;

/**
 * Makes a goal durable, run and {@code input} checkpoint together, and claims the run for the
 * planner if the thread is free. Answered with {@link GoalAccepted}. The same run id again starts
 * nothing new; with another thread or another goal it is refused as CONFLICT.
 */
public record AcceptGoal(
    UUID runId, ThreadKey thread, String goal, String plannerId, Metadata metadata) {}
