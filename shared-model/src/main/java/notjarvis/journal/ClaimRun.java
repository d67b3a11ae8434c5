package notjarvis.journal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a run: a waiting one whose thread has become free, or one whose owner is gone. Answered
 * with {@link RunClaimed}.
 *
 * @param plannerId who wants it
 * @param takenFromEpoch the epoch of the owner who is gone; null for a run that waits
 */
public record ClaimRun(UUID runId, String plannerId, @Nullable Long takenFromEpoch) {}
