package notjarvis.run;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a run stands. */
public enum RunStatus {
  /** Its goal is durable; it waits for its turn. */
  ACCEPTED,
  /** A planner owns it. */
  RUNNING,
  /** It waits for something from outside, such as the person's yes; nobody owns it. */
  PARKED,
  FINISHED,
  FAILED,
  CANCELLED,
  /** A newer goal took its place while it was parked. */
  SUPERSEDED;

  /** The name in the database and on the wire. */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether nothing follows any more. */
  public boolean isOver() {
    return switch (this) {
      case ACCEPTED, RUNNING, PARKED -> false;
      case FINISHED, FAILED, CANCELLED, SUPERSEDED -> true;
    };
  }
}
