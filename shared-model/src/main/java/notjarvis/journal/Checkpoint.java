package notjarvis.journal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One durable record of a thread.
 *
 * @param checkpointId rises by one within its thread, from 1
 * @param parentCheckpointId the one before it; null for the first
 * @param runId the run that wrote it
 */
public record Checkpoint(
    long checkpointId,
    @Nullable Long parentCheckpointId,
    UUID runId,
    Entry entry,
    Metadata metadata) {}
