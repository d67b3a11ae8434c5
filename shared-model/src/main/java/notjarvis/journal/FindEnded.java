package notjarvis.journal;

import java.util.List;
import java.util.UUID;

/**
 * Asks which of these runs are over, for whoever follows them and may have missed the event.
 * Answered with {@link EndedRuns}.
 */
public record FindEnded(List<UUID> runs) {
  public FindEnded {
    runs = List.copyOf(runs);
  }
}
