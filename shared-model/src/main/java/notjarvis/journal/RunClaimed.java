package notjarvis.journal;

import org.jspecify.annotations.Nullable;

/**
 * The answer to {@link ClaimRun}.
 *
 * @param claim null when the run is over, not yet its turn, or somebody else's by now
 */
public record RunClaimed(@Nullable Claim claim) {}
