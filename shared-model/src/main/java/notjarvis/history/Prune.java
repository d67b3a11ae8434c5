package notjarvis.history;

/**
 * Asks for whatever is old to be deleted, of all owners: threads in which nothing was journaled for
 * so long, and bytes that were kept before that and that no thread of their owner names any more. A
 * thread with a run that is not over stays. Answered with {@link Pruned}.
 *
 * @param days at least 1
 */
public record Prune(int days) {}
