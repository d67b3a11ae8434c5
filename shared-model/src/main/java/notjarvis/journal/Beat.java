package notjarvis.journal;

/** A planner says that it is alive; twice a second. Answered with {@link Beats}. */
public record Beat(String plannerId) {}
