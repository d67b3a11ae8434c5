package notjarvis.journal;

import java.util.List;
import notjarvis.run.RunEvent;

/** The ends of those runs that are over, as they were told when they were written. */
public record EndedRuns(List<RunEvent.RunEnded> runs) {
  public EndedRuns {
    runs = List.copyOf(runs);
  }
}
