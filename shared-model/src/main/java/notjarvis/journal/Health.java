package notjarvis.journal;

/**
 * Whether the database can be used.
 *
 * @param ready whether it answers and its schema is up to date
 * @param detail what is wrong and what to do, or which server it is
 */
public record Health(boolean ready, String detail) {}
