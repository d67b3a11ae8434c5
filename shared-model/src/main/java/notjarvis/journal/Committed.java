package notjarvis.journal;

import java.util.List;
import java.util.UUID;
import notjarvis.run.RunStatus;
import notjarvis.thread.ThreadKey;

/**
 * Checkpoints of a run have become durable. Told once, by whoever wrote them: who needs to be sure
 * compares {@code previous} with what it has, and reads what is missing.
 *
 * @param previous the newest checkpoint of the run before these; 0 when there was none
 * @param checkpoints in their order
 * @param status how the run stands with them
 */
public record Committed(
    ThreadKey thread, UUID runId, long previous, List<Checkpoint> checkpoints, RunStatus status) {
  public Committed {
    checkpoints = List.copyOf(checkpoints);
  }
}
