package notjarvis.journal;

/**
 * The answer to {@link ReleaseRun}.
 *
 * @param released false when the lease was not the newest, or the run did not run any more
 */
public record Released(boolean released) {}
