package notjarvis.history;

/**
 * Asks for the threads of an owner, the newest first. Answered with {@link Threads}.
 *
 * @param limit how many at most, 1 to 200
 */
public record ListThreads(String ownerId, int limit) {}
