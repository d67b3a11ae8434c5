package notjarvis.action;

/**
 * Asks an executor to see to it that an action which leaves a trace does not begin any more. It
 * answers with an {@link Observation} that is final: it never began, or what came of it.
 *
 * @param actionId {@code run:step}
 */
public record CallOff(String actionId) {}
