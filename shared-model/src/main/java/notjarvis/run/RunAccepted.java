package notjarvis.run;

import java.util.UUID;

/**
 * The goal is durable.
 *
 * @param runId the run that works on it: another than was asked for when the goal was known
 *     already, or joined a run under way
 * @param cursor the place in the thread from which on its events follow
 * @param reception what became of it
 */
public record RunAccepted(UUID runId, Cursor cursor, Reception reception) {

  /** How a goal was received. */
  public enum Reception {
    BEGUN,
    /** Another run of the thread has to end first. */
    QUEUED,
    /** It joined the run under way. */
    STEERED,
    /** It was accepted before. */
    KNOWN
  }
}
