package notjarvis.gateway.run;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import notjarvis.run.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * A place in the stream of a run that a reader may resume after; which run it is does not show,
 * that is what an {@link EventId} tells.
 *
 * @param checkpoint the checkpoint that was told last
 * @param part the last of its events that was told, from 0
 * @param shown what had been told by then of a message that was still being written; null when none
 *     was
 */
public record Place(long checkpoint, int part, @Nullable Shown shown) {
  private static final Pattern TEXT =
      Pattern.compile("([1-9][0-9]{0,17})\\.([0-9]{1,4})(?:\\.([0-9]{1,9})-([0-9a-f]{1,8}))?");

  /** After an event of a checkpoint. */
  public static Place of(long checkpoint, int part) {
    return new Place(checkpoint, part, null);
  }

  public static Place of(Cursor cursor) {
    return of(cursor.checkpointId(), cursor.part());
  }

  /** Reads a place; empty when it is none. */
  public static Optional<Place> read(String text) {
    Matcher parts = TEXT.matcher(text);
    return parts.matches() ? Optional.of(read(parts)) : Optional.empty();
  }

  private static Place read(Matcher parts) {
    @Nullable String length = parts.group(3);
    @Nullable Shown shown =
        length == null
            ? null
            : new Shown(Integer.parseInt(length), Integer.parseUnsignedInt(parts.group(4), 16));
    return new Place(Long.parseLong(parts.group(1)), Integer.parseInt(parts.group(2)), shown);
  }

  /** The same place, with this much told of the message that is being written. */
  public Place showing(Shown more) {
    return new Place(checkpoint, part, more);
  }

  /** Whether a reader who is here has been told that event. */
  public boolean hasPassed(long otherCheckpoint, int otherPart) {
    return checkpoint > otherCheckpoint || (checkpoint == otherCheckpoint && part >= otherPart);
  }

  @Override
  public String toString() {
    String event = checkpoint + "." + part;
    return shown == null
        ? event
        : event + "." + shown.length() + "-" + Integer.toHexString(shown.checksum());
  }
}
