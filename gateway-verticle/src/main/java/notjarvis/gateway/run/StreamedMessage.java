package notjarvis.gateway.run;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import notjarvis.run.RunEvent.Words;

/**
 * A message while its words come in: what was shown of it, and what is held back because no
 * sentence or line has ended yet.
 */
final class StreamedMessage {
  // "1." and "e.g." end no sentence: before a full stop there have to be three other characters
  private static final Pattern END =
      Pattern.compile("\n|[。！？]+[」』”）]*|([!?…]|(?<=[^\\s.]{3})\\.)[\"')\\]»”’*_]*[ \t]+");
  private static final Pattern BLANK_LINES_BEFORE = Pattern.compile("^([ \t]*\n)+");
  private static final Pattern REST_OF_LINE = Pattern.compile("^[ \t]*\n?");
  private static final Pattern LINE_END = Pattern.compile("[ \t]*\n?\\z");

  private final String id;
  private final StringBuilder text = new StringBuilder();
  private int received;
  private boolean afterReturn;
  private int sent;
  private String shownBefore = "";

  StreamedMessage(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }

  /** Takes the next words, and tells the sentences and lines that they complete. */
  Optional<String> append(Words words) {
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
    String shown = shownBefore.isEmpty() ? text.substring(0, sent) : shownBefore;
    if (whole.startsWith(shown)) {
      return next(shown, whole.substring(shown.length()));
    }
    // whoever wrote it down may have trimmed it
    String core = shown.strip();
    String trimmed = whole.strip();
    return trimmed.startsWith(core) ? trimmed.substring(core.length()).stripLeading() : whole;
  }

  private void restart() {
    if (shownBefore.isEmpty()) {
      shownBefore = text.substring(0, sent);
    }
    text.setLength(0);
    received = 0;
    sent = 0;
    afterReturn = false;
  }

  /** Whether what was shown before a restart has come again, or turned out to be other words. */
  private boolean hasCaughtUp() {
    if (shownBefore.isEmpty()) {
      return true;
    }
    String now = text.toString();
    if (now.startsWith(shownBefore)) {
      sent = shownBefore.length();
    } else if (shownBefore.startsWith(now)) {
      return false;
    }
    shownBefore = "";
    return true;
  }

  private Optional<String> completed() {
    Matcher ends = END.matcher(text).region(sent, text.length()).useTransparentBounds(true);
    int end = sent;
    while (ends.find()) {
      end = ends.end();
    }
    if (end == sent) {
      return Optional.empty();
    }
    String part = next(text.substring(0, sent), text.substring(sent, end));
    sent = end;
    return part.isEmpty() ? Optional.empty() : Optional.of(LINE_END.matcher(part).replaceFirst(""));
  }

  /** What was shown stands on lines of its own: what belonged to its last line is not needed. */
  private static String next(String shown, String text) {
    if (shown.isBlank()) {
      return BLANK_LINES_BEFORE.matcher(text).replaceFirst("");
    }
    return shown.endsWith("\n") ? text : REST_OF_LINE.matcher(text).replaceFirst("");
  }
}
