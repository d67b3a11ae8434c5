package notjarvis.journal;

import java.util.List;

/** The other planners that own runs, or once did, and how far their counters are. */
public record Beats(List<OwnedRun> others) {
  public Beats {
    others = List.copyOf(others);
  }

  /**
   * A run that another planner owns.
   *
   * @param beat the owner's counter; it is compared with itself only, never with a clock
   */
  public record OwnedRun(Lease lease, long beat) {}
}
