package notjarvis.planner.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import notjarvis.planner.intent.Word.Pause;
import notjarvis.planner.resource.Spelling;

/** Takes a text apart into words. Offsets stay those of the tidied text. */
final class TextReader {
  private static final String OPENING = "\"'([{<";
  private static final String CLOSING = "\"')]}>.,!?;:\u2026";
  private static final String ARITHMETIC = "()+-*/^%=\u00d7\u00f7\u2212";
  private static final Set<String> ABBREVIATIONS =
      Set.of("mr", "mrs", "ms", "dr", "st", "vs", "no", "prof", "jr", "sr", "inc", "ltd", "co");

  private final String text;
  private final List<Word> words = new ArrayList<>();

  TextReader(String text) {
    this.text = tidied(text);
  }

  Sentence sentence() {
    int at = 0;
    while (at < text.length()) {
      int end = endOfChunk(at);
      if (end > at) {
        add(at, end);
      }
      at = end + 1;
    }
    markQuotes();
    return new Sentence(text, List.copyOf(words));
  }

  /** Typographic quotes become plain ones, every kind of space a space; lengths do not change. */
  private static String tidied(String text) {
    StringBuilder tidy = new StringBuilder(text.length());
    for (char c : text.strip().toCharArray()) {
      tidy.append(tidied(c));
    }
    return tidy.toString();
  }

  private static char tidied(char c) {
    return switch (c) {
      case '\u2018', '\u2019', '\u201a', '\u201b', '\u2032', '\u00b4', '`' -> '\'';
      case '\u201c', '\u201d', '\u201e', '\u201f', '\u00ab', '\u00bb' -> '"';
      case '\n' -> '\n';
      case '\u200b', '\u200c', '\u200d', '\ufeff' -> ' ';
      default ->
          Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)
              ? ' '
              : c;
    };
  }

  private int endOfChunk(int at) {
    int end = at;
    while (end < text.length() && text.charAt(end) != ' ' && text.charAt(end) != '\n') {
      end++;
    }
    return end;
  }

  private void add(int from, int to) {
    Pause after = pauseAfter(from, to);
    int start = from;
    int end = to;
    while (start < end && opens(start, to)) {
      start++;
    }
    while (end > start && closes(start, end)) {
      end--;
    }
    String core = text.substring(start, end);
    if (isWord(core)) {
      words.add(new Word(key(core), from, to, start, end, pause(core, after), false));
    } else if (isArithmetic(from, to)) {
      words.add(new Word(text.substring(from, to), from, to, from, to, Pause.NONE, false));
    } else if (!words.isEmpty() && after != Pause.NONE) {
      words.add(words.remove(words.size() - 1).pausing(after));
    }
  }

  private boolean opens(int at, int to) {
    char c = text.charAt(at);
    return OPENING.indexOf(c) >= 0 && (c != '(' || text.substring(at, to).indexOf(')') < 0);
  }

  private boolean closes(int start, int end) {
    char c = text.charAt(end - 1);
    return CLOSING.indexOf(c) >= 0 && (c != ')' || text.substring(start, end).indexOf('(') < 0);
  }

  private Pause pauseAfter(int from, int to) {
    Pause pause = to < text.length() && text.charAt(to) == '\n' ? Pause.FIRM : Pause.NONE;
    for (int at = to - 1; at >= from && CLOSING.indexOf(text.charAt(at)) >= 0; at--) {
      pause = stronger(pause, pauseOf(text.charAt(at)));
    }
    boolean dash = "-\u2013\u2014".contains(text.substring(from, to));
    return dash ? stronger(pause, Pause.SOFT) : pause;
  }

  private static Pause pauseOf(char c) {
    return switch (c) {
      case '.', '!', '?', ';', '\u2026' -> Pause.FIRM;
      case ',', ':' -> Pause.SOFT;
      default -> Pause.NONE;
    };
  }

  private static Pause stronger(Pause one, Pause other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  /** The point of an abbreviation or an initial ends no sentence. */
  private static Pause pause(String core, Pause after) {
    boolean shortened =
        (core.length() == 1 && Character.isLetter(core.charAt(0)))
            || ABBREVIATIONS.contains(core.toLowerCase(Locale.ROOT));
    return shortened && after == Pause.FIRM ? Pause.NONE : after;
  }

  private static boolean isWord(String core) {
    return core.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  private boolean isArithmetic(int from, int to) {
    return text.substring(from, to).chars().allMatch(c -> ARITHMETIC.indexOf(c) >= 0);
  }

  private static String key(String core) {
    return Spelling.corrected(core.toLowerCase(Locale.ROOT).replace("'", ""));
  }

  /** Within quotation marks nothing ends; behind them the punctuation counts again. */
  private void markQuotes() {
    for (int at = 0; at < words.size(); at++) {
      int last = closingQuote(at);
      for (int quoted = at; quoted <= last; quoted++) {
        Word word = words.get(quoted);
        words.set(quoted, word.quoted(quoted < last ? Pause.NONE : word.after()));
      }
      at = Math.max(at, last);
    }
  }

  private int closingQuote(int at) {
    char mark = text.charAt(words.get(at).from());
    if (mark != '"' && mark != '\'') {
      return -1;
    }
    for (int last = at; last < words.size(); last++) {
      Word word = words.get(last);
      if (text.substring(word.end(), word.to()).indexOf(mark) >= 0) {
        return last;
      }
    }
    return -1;
  }
}
