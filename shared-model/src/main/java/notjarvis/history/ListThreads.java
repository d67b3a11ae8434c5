package notjarvis.history;

import org.jspecify.annotations.Nullable;

/**
 * Asks for a stretch of an owner's threads, the newest first. Answered with {@link Threads}.
 *
 * @param before the thread that comes before the stretch; null for the newest
 * @param limit how many at most, 1 to 200
 */
public record ListThreads(String ownerId, @Nullable ThreadMark before, int limit) {}
