package notjarvis.journal;

import java.util.List;
import notjarvis.run.RunStatus;
import org.jspecify.annotations.Nullable;

/**
 * Appends checkpoints to a thread, all of them or none. Answered with {@link Appended}; refused as
 * FENCED when the lease is not the newest. Those that are there already are not written again; if
 * they say something else there, all is refused as CONFLICT.
 *
 * @param becomes how the run stands with these checkpoints; a run that is parked or over has no
 *     owner any more
 * @param controls how many controls of the run the planner knows: when there are more, nothing is
 *     written and those are answered; null when the checkpoints are true whatever was said
 *     meanwhile
 */
public record Append(
    Lease lease, List<NewCheckpoint> checkpoints, RunStatus becomes, @Nullable Integer controls) {
  public Append {
    checkpoints = List.copyOf(checkpoints);
  }
}
