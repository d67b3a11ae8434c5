package notjarvis.journal;

/**
 * Gives a run back that its planner does not finish: it can be claimed at once by whoever goes on
 * with it. Answered with {@link Released}.
 */
public record ReleaseRun(Lease lease) {}
