package notjarvis.planner.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import notjarvis.planner.intent.Template.Choice;
import notjarvis.planner.intent.Template.Literal;
import notjarvis.planner.intent.Template.Maybe;
import notjarvis.planner.intent.Template.Piece;
import notjarvis.planner.intent.Template.Row;
import notjarvis.planner.intent.Template.Slot;

/**
 * Reads a template: words, {@code (one|or other)}, {@code [what may be left out]} and {@code
 * {slot}}.
 */
final class TemplateReader {
  private static final Pattern TOKEN = Pattern.compile("[()\\[\\]|]|\\{[a-z]+}|[^\\s()\\[\\]|{}]+");

  private final String text;
  private final List<String> tokens;
  private int at;

  private TemplateReader(String text) {
    this.text = text;
    this.tokens = TOKEN.matcher(text).results().map(MatchResult::group).toList();
  }

  static Template read(String text) {
    TemplateReader reader = new TemplateReader(text);
    Piece root = reader.choice();
    if (reader.at < reader.tokens.size()) {
      throw reader.broken();
    }
    return new Template(root);
  }

  private Piece choice() {
    List<Piece> choices = new ArrayList<>(List.of(row()));
    while (take("|")) {
      choices.add(row());
    }
    return choices.size() == 1 ? choices.get(0) : new Choice(List.copyOf(choices));
  }

  private Piece row() {
    List<Piece> pieces = new ArrayList<>();
    while (at < tokens.size() && !"|)]".contains(tokens.get(at))) {
      pieces.add(piece());
    }
    if (pieces.isEmpty()) {
      throw broken();
    }
    return new Row(List.copyOf(pieces));
  }

  private Piece piece() {
    if (take("(")) {
      return closedBy(")", choice());
    }
    if (take("[")) {
      return new Maybe(closedBy("]", choice()));
    }
    String token = tokens.get(at++);
    if (token.startsWith("@")) {
      throw broken();
    }
    return token.startsWith("{")
        ? new Slot(token.substring(1, token.length() - 1))
        : new Literal(token.toLowerCase(Locale.ROOT).replace("'", ""));
  }

  private Piece closedBy(String closing, Piece piece) {
    if (!take(closing)) {
      throw broken();
    }
    return piece;
  }

  private boolean take(String token) {
    boolean there = at < tokens.size() && tokens.get(at).equals(token);
    at += there ? 1 : 0;
    return there;
  }

  private IllegalStateException broken() {
    return new IllegalStateException("not a template: " + text);
  }
}
