package notjarvis.control;

import java.util.UUID;

/**
 * Asks for a run to be stopped. Answered with {@link Controlled}, and again so when it is being
 * stopped already; NOT_FOUND when there is no such run of this owner.
 */
public record CancelRun(String ownerId, UUID runId) {}
