package notjarvis.journal;

import java.util.List;

/**
 * A run that its new owner can go on with.
 *
 * @param lease to be shown with every append
 * @param goal what the run is for
 * @param before the state of the thread before the tail: as much of it as is needed to go on
 * @param tail the newest checkpoints of the thread in their order
 */
public record Claim(Lease lease, String goal, ThreadState before, List<Checkpoint> tail) {
  public Claim {
    tail = List.copyOf(tail);
  }

  /** A run of a thread of which all checkpoints are given. */
  public Claim(Lease lease, String goal, List<Checkpoint> tail) {
    this(lease, goal, ThreadState.EMPTY, tail);
  }

  /** The state of the thread now. */
  public ThreadState state() {
    return before.after(tail);
  }
}
