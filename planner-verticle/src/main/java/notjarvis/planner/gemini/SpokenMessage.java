package notjarvis.planner.gemini;

import java.util.function.Consumer;

/**
 * Hears the top-level {@code message} out of a JSON object while its text is still arriving, split
 * anywhere. What is not such an object is met with silence: the whole answer is checked elsewhere.
 */
final class SpokenMessage {
  private static final String KEY = "message";
  private static final int HEX_DIGITS = 4;

  /** What the string that is being read is for. */
  private enum Use {
    KEY,
    MESSAGE,
    NOTHING
  }

  private final Consumer<String> heard;
  private final StringBuilder key = new StringBuilder();
  private final StringBuilder piece = new StringBuilder();
  private boolean over;
  private int depth;
  private boolean keyIsNext;
  private boolean inString;
  private Use use = Use.NOTHING;
  private boolean escaped;
  private int hexDigitsLeft;
  private int code;
  private char high;

  /** Hands each piece of the message to the listener, never an empty one or half a character. */
  SpokenMessage(Consumer<String> heard) {
    this.heard = heard;
  }

  /** Takes the next piece of the JSON text. */
  void take(String json) {
    for (int i = 0; i < json.length() && !over; i++) {
      take(json.charAt(i));
    }
    if (!piece.isEmpty()) {
      String text = piece.toString();
      piece.setLength(0);
      heard.accept(text);
    }
  }

  private void take(char c) {
    if (inString) {
      inString(c);
    } else {
      outside(c);
    }
  }

  private void outside(char c) {
    switch (c) {
      case '{', '[' -> open(c);
      case '}', ']' -> over = --depth <= 0;
      case '"' -> openString();
      case ',' -> keyIsNext = depth == 1;
      case ':' -> keyIsNext = false;
      default -> over = depth == 0 && !Character.isWhitespace(c);
    }
  }

  private void open(char c) {
    over = depth == 0 && c == '[';
    keyIsNext = depth == 0;
    depth++;
  }

  private void openString() {
    inString = true;
    over = depth == 0;
    if (depth == 1 && keyIsNext) {
      use = Use.KEY;
      key.setLength(0);
    } else {
      use = depth == 1 && KEY.contentEquals(key) ? Use.MESSAGE : Use.NOTHING;
    }
  }

  private void inString(char c) {
    if (hexDigitsLeft > 0) {
      hexDigit(c);
    } else if (escaped) {
      escape(c);
    } else if (c == '\\') {
      escaped = true;
    } else if (c == '"') {
      inString = false;
      over = use == Use.MESSAGE;
    } else {
      character(c);
    }
  }

  private void escape(char c) {
    escaped = false;
    switch (c) {
      case 'u' -> {
        hexDigitsLeft = HEX_DIGITS;
        code = 0;
      }
      case 'n' -> character('\n');
      case 't' -> character('\t');
      case 'r' -> character('\r');
      case 'b' -> character('\b');
      case 'f' -> character('\f');
      case '"', '\\', '/' -> character(c);
      default -> over = true;
    }
  }

  private void hexDigit(char c) {
    int digit = Character.digit(c, 16);
    over = digit < 0;
    code = code << 4 | digit;
    hexDigitsLeft--;
    if (hexDigitsLeft == 0 && !over) {
      character((char) code);
    }
  }

  private void character(char c) {
    if (use == Use.KEY) {
      key.append(c);
    } else if (use == Use.MESSAGE) {
      spoken(c);
    }
  }

  /**
   * The first half of a surrogate pair waits for the second; half a character and NUL are never
   * said.
   */
  private void spoken(char c) {
    if (Character.isHighSurrogate(c)) {
      high = c;
      return;
    }
    if (!Character.isLowSurrogate(c) && c != 0) {
      piece.append(c);
    } else if (Character.isLowSurrogate(c) && high != 0) {
      piece.append(high).append(c);
    }
    high = 0;
  }
}
