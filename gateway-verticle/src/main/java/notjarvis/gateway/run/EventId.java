package notjarvis.gateway.run;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import notjarvis.gateway.http.Refusal;

/**
 * The {@code id} of an event: a place, and a mark of the run that has it, for places of several
 * runs look alike.
 *
 * @param run how the id of the run begins
 */
public record EventId(String run, Place place) {
  private static final int MARK = 8;
  private static final Pattern TEXT = Pattern.compile("([0-9a-f]{" + MARK + "})-(.+)");

  public static EventId of(UUID runId, Place place) {
    return new EventId(mark(runId), place);
  }

  /** Reads the {@code id} of an event; empty when it is none. */
  public static Optional<EventId> read(String text) {
    Matcher parts = TEXT.matcher(text);
    return parts.matches()
        ? Place.read(parts.group(2)).map(place -> new EventId(parts.group(1), place))
        : Optional.empty();
  }

  /**
   * The place, for whoever follows this run.
   *
   * @throws Refusal when it is one in another run
   */
  Place in(UUID runId) {
    if (!run.equals(mark(runId))) {
      throw Resuming.refusal("Event \"" + this + "\" is one of another run.");
    }
    return place;
  }

  /** What stands in a stream of this run for a place as a dialect names it. */
  static String text(UUID runId, String place) {
    return mark(runId) + "-" + place;
  }

  private static String mark(UUID runId) {
    return runId.toString().substring(0, MARK);
  }

  @Override
  public String toString() {
    return run + "-" + place;
  }
}
