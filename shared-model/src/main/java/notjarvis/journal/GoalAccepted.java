package notjarvis.journal;

import org.jspecify.annotations.Nullable;

/**
 * A goal is durable.
 *
 * @param checkpointId of its {@code input} checkpoint
 * @param claim the run to begin with; null while another run of the thread has to end first, or
 *     when the run was claimed already
 */
public record GoalAccepted(long checkpointId, @Nullable Claim claim) {}
