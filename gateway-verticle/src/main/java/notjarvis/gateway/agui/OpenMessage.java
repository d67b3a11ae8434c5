package notjarvis.gateway.agui;

import java.util.Optional;
import notjarvis.gateway.run.Shown;
import notjarvis.run.LiveWords;
import org.jspecify.annotations.Nullable;

/**
 * A message that was begun and not ended, while its words come in. White space at its end is held
 * back: the message may be trimmed when it is written down.
 */
final class OpenMessage {
  private final String id;
  private final StringBuilder text = new StringBuilder();
  private Shown.Tally tally = new Shown.Tally();
  private @Nullable Shown before;
  private int told;

  /** A message of which nothing was told. */
  OpenMessage(String id) {
    this.id = id;
  }

  /** A message of which this much was told on another connection. */
  OpenMessage(String id, Shown before) {
    this.id = id;
    this.before = before;
  }

  /**
   * What words add to what was told.
   *
   * @param reset whether what was told before counts no more
   * @param delta what is new, may be empty
   */
  record Addition(boolean reset, String delta) {
    private static final Addition NOTHING = new Addition(false, "");
  }

  String id() {
    return id;
  }

  /** How much of it was told. */
  Shown shown() {
    return before == null ? tally.shown() : before;
  }

  Addition take(LiveWords words) {
    if (words.offset() == 0 && !text.isEmpty()) {
      restart();
    }
    if (words.offset() != text.length()) {
      // something in between was missed; the whole message brings the rest
      return Addition.NOTHING;
    }
    text.append(words.text());
    @Nullable Shown awaited = before;
    if (awaited == null) {
      return new Addition(false, advance());
    }
    return text.length() < awaited.length() ? Addition.NOTHING : caughtUp(awaited);
  }

  /** What was told before has come again, or other words in its place. */
  private Addition caughtUp(Shown awaited) {
    before = null;
    boolean same = awaited.begins(text);
    if (same) {
      tell(awaited.length());
    }
    return new Addition(!same, advance());
  }

  /** What of the whole text was not told; nothing, when what was told is not its beginning. */
  Optional<String> rest(String whole) {
    Shown shown = shown();
    return shown.begins(whole) ? Optional.of(whole.substring(shown.length())) : Optional.empty();
  }

  private void restart() {
    before = shown();
    text.setLength(0);
    tally = new Shown.Tally();
    told = 0;
  }

  private String advance() {
    int from = told;
    tell(Math.max(told, solidEnd()));
    return text.substring(from, told);
  }

  private void tell(int end) {
    tally.add(text.subSequence(told, end));
    told = end;
  }

  /** Without white space, and without half a character, at the end. */
  private int solidEnd() {
    int end = text.length();
    while (end > 0 && isLoose(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private static boolean isLoose(char last) {
    return Character.isWhitespace(last) || Character.isHighSurrogate(last);
  }
}
