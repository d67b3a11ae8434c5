package notjarvis.control;

import java.util.UUID;
import notjarvis.run.RunStatus;

/**
 * What was said of a run is durable.
 *
 * @param checkpointId the newest checkpoint of the run
 * @param status how the run stands now
 */
public record Controlled(UUID runId, long checkpointId, RunStatus status) {}
