package notjarvis.action;

/**
 * An executor asks, right before an action that leaves a trace, whether it is still wanted.
 * Answered with {@link Permission}.
 *
 * @param actionId {@code run:step}
 */
public record AskPermission(String actionId) {}
