package notjarvis.journal;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The part of the loop that a checkpoint records. */
public enum Node {
  INPUT,
  /** What the person says of a run that is under way. */
  CONTROL,
  PLANNER,
  /** An action waits for a yes. */
  APPROVAL,
  EXECUTOR,
  RECEPTION;

  /** The name in the database and on the wire. */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
