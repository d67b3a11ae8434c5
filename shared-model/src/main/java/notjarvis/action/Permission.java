package notjarvis.action;

/**
 * The answer to {@link AskPermission}, good for two seconds.
 *
 * @param wanted whether the run still belongs to the planner that ordered the action, and waits for
 *     it
 */
public record Permission(boolean wanted) {}
