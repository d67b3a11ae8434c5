package notjarvis.journal;

import java.util.List;
import notjarvis.run.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Appends checkpoints to a thread, all of them or none. Answered with {@link Appended}; refused as
 * FENCED when the lease is not the newest. Those that are there already are not written again; if
 * they say something else there, all is refused as CONFLICT.
 *
 * @param ending how the run ends with these checkpoints; null while it goes on
 */
public record Append(Lease lease, List<NewCheckpoint> checkpoints, @Nullable Outcome ending) {
  public Append {
    checkpoints = List.copyOf(checkpoints);
  }
}
