package notjarvis.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A thread at a glance.
 *
 * @param title its first goal, cut to fit a line
 * @param head the number of its newest checkpoint
 * @param busy whether a run is under way or waits
 * @param forkedFrom the thread that it is a fork of, if that is still there; else null
 */
public record ThreadView(
    String threadId,
    String title,
    long head,
    boolean busy,
    Instant createdAt,
    Instant updatedAt,
    @Nullable String forkedFrom,
    @Nullable Long forkedCheckpoint) {}
