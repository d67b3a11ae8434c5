package notjarvis.planner.brain;

import notjarvis.journal.Usage;

/**
 * A decision and how it was come by.
 *
 * @param brain who decided
 * @param usage what it cost
 */
public record Thought(Decision decision, String brain, Usage usage) {
  /** A decision that cost nothing. */
  public static Thought free(Decision decision, String brain) {
    return new Thought(decision, brain, Usage.NONE);
  }
}
