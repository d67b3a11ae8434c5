package notjarvis.history;

import java.util.List;
import notjarvis.journal.Checkpoint;

/**
 * A stretch of a thread.
 *
 * @param runs the runs that the checkpoints belong to, in the order of their goals
 * @param checkpoints in their order, without gaps
 */
public record ThreadPage(ThreadView thread, List<RunView> runs, List<Checkpoint> checkpoints) {
  public ThreadPage {
    runs = List.copyOf(runs);
    checkpoints = List.copyOf(checkpoints);
  }
}
