package notjarvis.history;

import java.util.UUID;

/**
 * Asks for a run and its checkpoints after one of them. Answered with {@link RunHistory}; NOT_FOUND
 * when there is no such run of this owner.
 *
 * @param after the last checkpoint that is known; 0 for all
 */
public record ReadRun(String ownerId, UUID runId, long after) {}
