package notjarvis.journal;

import java.util.List;

/**
 * A run that its new owner can go on with.
 *
 * @param lease to be shown with every append
 * @param goal what the run is for
 * @param history the last checkpoints of the thread in their order, this run's own included
 */
public record Claim(Lease lease, String goal, List<Checkpoint> history) {
  public Claim {
    history = List.copyOf(history);
  }
}
