package notjarvis.journal;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The part of the loop that a checkpoint records. */
public enum Node {
  INPUT,
  PLANNER,
  EXECUTOR,
  RECEPTION;

  /** The name in the database and on the wire. */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
