package notjarvis.run;

/**
 * Whether a planner takes goals on.
 *
 * @param ready whether it runs and is not about to stop
 * @param detail what is wrong, or how much it can have done
 */
public record PlannerHealth(boolean ready, String detail) {}
