package notjarvis.gateway.run;

import java.util.Optional;
import notjarvis.run.LiveWords;

/** The message that the brain of a run is writing, as far as all of its words came. */
final class LiveMessage {
  private final StringBuilder text = new StringBuilder();
  private boolean whole = true;

  void take(LiveWords words) {
    if (words.offset() == 0) {
      clear();
    }
    whole = whole && words.offset() == text.length();
    if (whole) {
      text.append(words.text());
    }
  }

  void clear() {
    text.setLength(0);
    whole = true;
  }

  /** All of it, for a reader who comes in the middle. */
  Optional<String> soFar() {
    return whole && !text.isEmpty() ? Optional.of(text.toString()) : Optional.empty();
  }
}
