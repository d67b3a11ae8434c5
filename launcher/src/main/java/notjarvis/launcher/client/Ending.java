package notjarvis.launcher.client;

/**
 * How a stream ended.
 *
 * @param runId which run it told of
 * @param finished whether the run reached its goal
 */
public record Ending(String runId, boolean finished) {}
