package notjarvis.history;

import java.time.Instant;
import java.util.UUID;
import notjarvis.journal.Usage;
import notjarvis.run.RunStatus;
import notjarvis.thread.ThreadKey;
import org.jspecify.annotations.Nullable;

/**
 * A run as its owner sees it.
 *
 * @param inputCheckpoint where its goal stands in the thread
 * @param lastCheckpoint its newest checkpoint
 */
public record RunView(
    UUID runId,
    ThreadKey thread,
    String goal,
    RunStatus status,
    long inputCheckpoint,
    long lastCheckpoint,
    Usage usage,
    Instant acceptedAt,
    @Nullable Instant endedAt) {}
