package notjarvis.journal;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Checkpoints are durable.
 *
 * @param checkpointIds in the order in which they were handed in
 * @param nextRun the run of the thread that waits longest, when this append ended one
 */
public record Appended(List<Long> checkpointIds, @Nullable UUID nextRun) {
  public Appended {
    checkpointIds = List.copyOf(checkpointIds);
  }
}
