package notjarvis.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known about how a checkpoint came to be.
 *
 * @param at when the node ended
 * @param tookMs how long the node worked
 * @param brain who decided, on checkpoints that a decision led to
 * @param usage what the decision cost
 */
public record Metadata(Instant at, long tookMs, @Nullable String brain, Usage usage) {
  public static Metadata at(Instant at) {
    return new Metadata(at, 0, null, Usage.NONE);
  }
}
