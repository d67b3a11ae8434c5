package notjarvis.journal;

import java.util.UUID;
import notjarvis.thread.ThreadKey;

/**
 * The right to write a run: whoever holds an older epoch is refused.
 *
 * @param plannerId who owns the run
 * @param epoch rises with every change of owner, from 1
 */
public record Lease(UUID runId, ThreadKey thread, String plannerId, long epoch) {}
