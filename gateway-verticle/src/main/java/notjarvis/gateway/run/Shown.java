package notjarvis.gateway.run;

import java.util.zip.CRC32;

/**
 * The beginning of a text that a reader has seen: enough to find the rest of it, and to notice that
 * the text has become another.
 *
 * @param length in characters
 * @param checksum of those characters
 */
public record Shown(int length, int checksum) {

  /** A whole text, seen to its end. */
  public static Shown of(CharSequence text) {
    Tally tally = new Tally();
    tally.add(text);
    return tally.shown();
  }

  /** Whether this is how a text begins. */
  public boolean begins(CharSequence text) {
    return text.length() >= length && of(text.subSequence(0, length)).equals(this);
  }

  /** Counts a text while it is shown piece by piece. */
  public static final class Tally {
    private final CRC32 checksum = new CRC32();
    private int length;

    /** Counts the next piece. */
    public void add(CharSequence piece) {
      for (int at = 0; at < piece.length(); at++) {
        char c = piece.charAt(at);
        checksum.update(c >>> Byte.SIZE);
        checksum.update(c);
      }
      length += piece.length();
    }

    /** All that was counted so far. */
    public Shown shown() {
      return new Shown(length, (int) checksum.getValue());
    }
  }
}
