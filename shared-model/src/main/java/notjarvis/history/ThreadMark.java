package notjarvis.history;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a thread stands in the list of its owner's.
 *
 * @param updatedAt when something was journaled in it last
 * @param number tells threads of one moment apart
 */
public record ThreadMark(Instant updatedAt, long number) {
  private static final Pattern TEXT = Pattern.compile("([0-9TZ:.-]{20,30})_([0-9]{1,18})");

  /** Reads what {@link #toString} wrote; empty when it is something else. */
  public static Optional<ThreadMark> read(String text) {
    Matcher parts = TEXT.matcher(text);
    try {
      return parts.matches()
          ? Optional.of(
              new ThreadMark(Instant.parse(parts.group(1)), Long.parseLong(parts.group(2))))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return updatedAt + "_" + number;
  }
}
