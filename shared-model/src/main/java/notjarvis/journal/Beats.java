package notjarvis.journal;

import java.util.List;
import java.util.UUID;

/**
 * What a planner has to know of all runs.
 *
 * @param others the runs that others own, and how far their owners' counters are
 * @param adrift the runs whose turn it is and that nobody owns: whoever ended the one before them
 *     is gone
 * @param own the runs that the asking planner owns: it may not know, for an answer can get lost
 */
public record Beats(List<OwnedRun> others, List<UUID> adrift, List<Held> own) {
  public Beats {
    others = List.copyOf(others);
    adrift = List.copyOf(adrift);
    own = List.copyOf(own);
  }

  /**
   * A run that another planner owns.
   *
   * @param beat the owner's counter; it is compared with itself only, never with a clock
   */
  public record OwnedRun(Lease lease, long beat) {}

  /**
   * A run that the asking planner owns.
   *
   * @param controls how many controls it has: a planner that knows fewer has missed some
   */
  public record Held(Lease lease, int controls) {}
}
