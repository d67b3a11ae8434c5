package notjarvis.journal;

/**
 * A checkpoint that is to be appended; persistence gives it its number.
 *
 * @param appendKey unique within its run ({@code step/node}), so that appending it twice is
 *     harmless
 */
public record NewCheckpoint(String appendKey, Entry entry, Metadata metadata) {
  /** The checkpoint of a step's node. */
  public static NewCheckpoint of(int step, Entry entry, Metadata metadata) {
    return new NewCheckpoint(step + "/" + entry.node().wireName(), entry, metadata);
  }
}
