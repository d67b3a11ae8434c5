package notjarvis.history;

/** The answer to {@link ForkThread}. */
public record Forked(ThreadView thread) {}
