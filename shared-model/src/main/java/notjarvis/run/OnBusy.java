package notjarvis.run;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What becomes of a goal that comes while its thread is busy with another one. */
public enum OnBusy {
  /** It waits for its turn. */
  ENQUEUE,
  /** It joins the run under way, at that run's next step. */
  STEER,
  /** The run under way is cancelled; this one waits behind those that wait already. */
  INTERRUPT,
  /** It is refused as a CONFLICT. */
  REJECT;

  /** The name on the wire. */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
