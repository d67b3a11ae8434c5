package notjarvis.run;

/**
 * A place in the stream of a thread: the checkpoint and which of its events.
 *
 * @param checkpointId the checkpoint that the event tells of
 * @param part which event of that checkpoint, from 0
 */
public record Cursor(long checkpointId, int part) {
  public static Cursor of(long checkpointId) {
    return new Cursor(checkpointId, 0);
  }

  /** The id as it stands in a stream. */
  @Override
  public String toString() {
    return checkpointId + "." + part;
  }
}
