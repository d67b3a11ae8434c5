package notjarvis.action;

/**
 * Asks all executors to announce themselves now.
 *
 * @param planner who wants to know
 */
public record RollCall(String planner) {}
