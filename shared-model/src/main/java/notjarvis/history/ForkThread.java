package notjarvis.history;

import java.util.UUID;
import notjarvis.thread.ThreadKey;

/**
 * Makes a thread of its own out of the beginning of another one: its checkpoints up to one of them
 * are copied, nothing is run. An action that had no outcome at that point is not done there.
 * Answered with {@link Forked}; NOT_FOUND when there is no such thread of this owner, or no such
 * checkpoint in it; CONFLICT when the new name is taken by any other thread.
 *
 * @param requestId chosen by who asks: asked again, it is answered with the fork that was made
 * @param newThreadId the name of the fork
 */
public record ForkThread(UUID requestId, ThreadKey thread, long checkpointId, String newThreadId) {}
