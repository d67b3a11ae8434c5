package notjarvis.run;

/** Asks whether a planner takes goals on. Answered with {@link PlannerHealth}. */
public record CheckPlanner() {}
