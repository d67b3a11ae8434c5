package notjarvis.run;

import java.util.UUID;
import notjarvis.thread.ThreadKey;

/**
 * Asks a planner to take on a goal. Answered once the goal is durable; asking again with the same
 * run id starts nothing new.
 *
 * @param runId chosen by who asks, so that a lost answer can be asked for again
 * @param thread the conversation that the goal belongs to
 * @param goal what the person wants, 1 to 1,000 characters
 */
public record StartRun(UUID runId, ThreadKey thread, String goal) {}
