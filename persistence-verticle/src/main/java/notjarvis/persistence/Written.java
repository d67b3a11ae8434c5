package notjarvis.persistence;

import java.util.List;
import java.util.UUID;
import notjarvis.journal.Checkpoint;
import notjarvis.journal.Committed;
import notjarvis.run.RunStatus;
import notjarvis.thread.ThreadKey;

/**
 * Checkpoints that were written to a run.
 *
 * @param previous the newest checkpoint of the run before these; 0 when there was none
 * @param status how the run stands with them
 */
record Written(
    ThreadKey thread, UUID runId, long previous, List<Checkpoint> checkpoints, RunStatus status) {

  long last() {
    return checkpoints.get(checkpoints.size() - 1).checkpointId();
  }

  /** What is told once they are durable. */
  Committed committed() {
    return new Committed(thread, runId, previous, checkpoints, status);
  }
}
