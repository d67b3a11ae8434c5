package notjarvis.control;

import java.util.UUID;

/**
 * Says something to a run that is under way. Answered with {@link Controlled}; NOT_FOUND when there
 * is no such run of this owner, CONFLICT when it is over.
 *
 * @param steerId chosen by who asks, so that asking again says nothing twice
 * @param words 1 to 1,000 characters
 */
public record SteerRun(String ownerId, UUID runId, UUID steerId, String words) {}
