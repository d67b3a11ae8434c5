package notjarvis.gateway.plain;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import notjarvis.gateway.run.Shown;
import notjarvis.run.LiveWords;
import org.jspecify.annotations.Nullable;

/**
 * A message while its words come in: what was shown of it, and what is held back because no
 * sentence or line has ended yet. What was shown is counted from its first letter on and never ends
 * in white space, so that it is the same for a message that was trimmed when it was written down.
 */
final class StreamedMessage {
  // "1." and "e.g." end no sentence: before a full stop there have to be three other characters
  private static final Pattern END =
      Pattern.compile("\n|[。！？]+[」』”）]*|([!?…]|(?<=[^\\s.]{3})\\.)[\"')\\]»”’*_]*[ \t]+");
  private static final Pattern BLANK_LINES_BEFORE = Pattern.compile("^([ \t]*\n)+");
  private static final Pattern REST_OF_LINE = Pattern.compile("^[ \t]*\n?");

  private final StringBuilder text = new StringBuilder();
  private Shown.Tally tally = new Shown.Tally();
  private @Nullable Shown before;
  private int received;
  private boolean afterReturn;
  private int sent;

  /** A message of which nothing was shown. */
  StreamedMessage() {
    this(null);
  }

  /**
   * A message that began on another connection.
   *
   * @param before what was shown of it there
   */
  StreamedMessage(@Nullable Shown before) {
    this.before = before;
  }

  /** What was shown of it; null when nothing was. */
  @Nullable Shown shown() {
    if (before != null) {
      return before;
    }
    return sent == 0 ? null : tally.shown();
  }

  /** Takes the next words, and tells the sentences and lines that they complete. */
  Optional<String> append(LiveWords words) {
    if (words.offset() == 0 && received > 0) {
      restart();
    }
    if (words.offset() != received) {
      // something in between was missed; the durable event brings the rest
      return Optional.empty();
    }
    received += words.text().length();
    boolean secondHalf = afterReturn && words.text().startsWith("\n");
    afterReturn = words.text().endsWith("\r");
    text.append(PlainText.clean(secondHalf ? words.text().substring(1) : words.text()));
    return hasCaughtUp() ? completed() : Optional.empty();
  }

  /** What of the whole text was not shown; all of it, when what was shown is not its beginning. */
  String rest(String durable) {
    String whole = PlainText.clean(durable);
    @Nullable Shown shown = shown();
    int start = start(whole);
    if (shown == null || !shown.begins(whole.substring(start))) {
      return BLANK_LINES_BEFORE.matcher(whole).replaceFirst("");
    }
    return REST_OF_LINE.matcher(whole.substring(start + shown.length())).replaceFirst("");
  }

  private void restart() {
    before = shown();
    text.setLength(0);
    received = 0;
    sent = 0;
    tally = new Shown.Tally();
    afterReturn = false;
  }

  /** Whether what was shown before a restart has come again, or turned out to be other words. */
  private boolean hasCaughtUp() {
    @Nullable Shown awaited = before;
    if (awaited == null) {
      return true;
    }
    int start = start(text);
    if (text.length() - start < awaited.length()) {
      return false;
    }
    if (awaited.begins(text.substring(start))) {
      show(start, start + awaited.length());
    }
    before = null;
    return true;
  }

  private Optional<String> completed() {
    Matcher ends = END.matcher(text).region(sent, text.length()).useTransparentBounds(true);
    int end = sent;
    while (ends.find()) {
      end = ends.end();
    }
    String piece = text.substring(sent, end).stripTrailing();
    if (piece.isEmpty()) {
      return Optional.empty();
    }
    Pattern lead = sent == 0 ? BLANK_LINES_BEFORE : REST_OF_LINE;
    show(sent == 0 ? start(text) : sent, sent + piece.length());
    return Optional.of(lead.matcher(piece).replaceFirst(""));
  }

  private void show(int from, int end) {
    tally.add(text.substring(from, end));
    sent = end;
  }

  private static int start(CharSequence text) {
    int start = 0;
    while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    return start;
  }
}
