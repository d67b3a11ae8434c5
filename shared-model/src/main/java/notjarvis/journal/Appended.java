package notjarvis.journal;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Checkpoints are durable, unless controls came first.
 *
 * @param checkpointIds in the order in which they were handed in; none when controls came first
 * @param nextRun the run of the thread that waits longest, when this append ended or parked one
 * @param missed the controls that the planner did not know, in their order; nothing was written
 */
public record Appended(List<Long> checkpointIds, @Nullable UUID nextRun, List<Checkpoint> missed) {
  public Appended {
    checkpointIds = List.copyOf(checkpointIds);
    missed = List.copyOf(missed);
  }

  /** They were written, now or before. */
  public static Appended written(List<Long> checkpointIds, @Nullable UUID nextRun) {
    return new Appended(checkpointIds, nextRun, List.of());
  }

  /** They were not, because of these controls. */
  public static Appended behind(List<Checkpoint> missed) {
    return new Appended(List.of(), null, missed);
  }
}
