package notjarvis.run;

/**
 * The goal is durable.
 *
 * @param cursor the place of the goal in the thread
 * @param queued whether another run of the thread has to end first
 */
public record RunAccepted(Cursor cursor, boolean queued) {}
