package notjarvis.journal;

import java.util.UUID;
import notjarvis.thread.ThreadKey;

/**
 * Makes a goal durable, run and {@code input} checkpoint together, and claims the run for the
 * planner if the thread is free. Answered with {@link GoalAccepted}; the same run id again gets the
 * same answer.
 */
public record AcceptGoal(
    UUID runId, ThreadKey thread, String goal, String plannerId, Metadata metadata) {}
