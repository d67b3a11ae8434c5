package notjarvis.history;

import notjarvis.thread.ThreadKey;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a stretch of a thread, the newest end of it that lies before a checkpoint. Answered with
 * {@link ThreadPage}; NOT_FOUND when there is no such thread of this owner.
 *
 * @param before the checkpoint that comes after the stretch; null for the end of the thread
 * @param limit how many checkpoints at most, 1 to 500
 */
public record ReadThread(ThreadKey thread, @Nullable Long before, int limit) {}
