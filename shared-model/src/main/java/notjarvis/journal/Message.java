package notjarvis.journal;

import java.time.Instant;
import java.util.UUID;

/** One thing that was said in a thread. */
public record Message(Role role, String text, UUID runId, Instant at) {
  /** Who said it. */
  public enum Role {
    USER,
    ASSISTANT
  }
}
