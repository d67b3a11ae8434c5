package notjarvis.history;

import java.util.List;
import notjarvis.journal.Checkpoint;

/**
 * A run with its checkpoints, as of one moment.
 *
 * @param checkpoints those that were asked for, in their order
 */
public record RunHistory(RunView run, List<Checkpoint> checkpoints) {
  public RunHistory {
    checkpoints = List.copyOf(checkpoints);
  }
}
