package notjarvis.journal;

/** Asks whether the database answers. Answered with {@link Health}. */
public record CheckHealth() {}
