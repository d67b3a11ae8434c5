package notjarvis.history;

import notjarvis.thread.ThreadKey;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the complete state of a thread at a checkpoint. Answered with {@link StateAt}; NOT_FOUND
 * when there is no such thread of this owner, or no such checkpoint in it.
 *
 * @param checkpointId null for the newest
 */
public record ReadState(ThreadKey thread, @Nullable Long checkpointId) {}
