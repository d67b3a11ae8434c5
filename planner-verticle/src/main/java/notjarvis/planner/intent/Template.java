package notjarvis.planner.intent;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * A way of saying something: words, alternatives, what may be left out, and slots. It has no
 * repetition but the slots, so the work is bounded by the words of the sentence.
 */
final class Template {
  private final Piece root;

  Template(Piece root) {
    this.root = root;
  }

  /** A part of a template. */
  sealed interface Piece {
    /** Whether this matches from there on, and then so does what comes next. */
    boolean matches(Attempt attempt, int at, IntPredicate next);
  }

  /** The sentence under the template, and which of its words the slots have taken so far. */
  record Attempt(Sentence sentence, Map<String, Span> taken) {
    Map<String, Sentence> slots() {
      Map<String, Sentence> slots = new HashMap<>();
      taken.forEach((name, span) -> slots.put(name, sentence.part(span.from, span.to)));
      return slots;
    }
  }

  private record Span(int from, int to) {}

  /** One word as it is. */
  record Literal(String key) implements Piece {
    @Override
    public boolean matches(Attempt attempt, int at, IntPredicate next) {
      Sentence sentence = attempt.sentence();
      return at < sentence.size() && sentence.key(at).equals(key) && next.test(at + 1);
    }
  }

  /** One word or more, as few as let the rest match. */
  record Slot(String name) implements Piece {
    @Override
    public boolean matches(Attempt attempt, int at, IntPredicate next) {
      for (int end = at + 1; end <= attempt.sentence().size(); end++) {
        attempt.taken().put(name, new Span(at, end));
        if (next.test(end)) {
          return true;
        }
      }
      attempt.taken().remove(name);
      return false;
    }
  }

  /** One after the other. */
  record Row(List<Piece> pieces) implements Piece {
    @Override
    public boolean matches(Attempt attempt, int at, IntPredicate next) {
      return matches(0, attempt, at, next);
    }

    private boolean matches(int piece, Attempt attempt, int at, IntPredicate next) {
      return piece == pieces.size()
          ? next.test(at)
          : pieces.get(piece).matches(attempt, at, end -> matches(piece + 1, attempt, end, next));
    }
  }

  /** One of these. */
  record Choice(List<Piece> choices) implements Piece {
    @Override
    public boolean matches(Attempt attempt, int at, IntPredicate next) {
      return choices.stream().anyMatch(choice -> choice.matches(attempt, at, next));
    }
  }

  /** This or nothing. */
  record Maybe(Piece piece) implements Piece {
    @Override
    public boolean matches(Attempt attempt, int at, IntPredicate next) {
      return piece.matches(attempt, at, next) || next.test(at);
    }
  }

  /** Whether the whole sentence is said this way and what its slots take makes sense. */
  boolean matches(Sentence sentence, Predicate<Map<String, Sentence>> sense) {
    Attempt attempt = new Attempt(sentence, new HashMap<>());
    return root.matches(attempt, 0, end -> end == sentence.size() && sense.test(attempt.slots()));
  }

  /** How many words at the beginning of the sentence are said this way, at most; 0 for none. */
  int longestPrefix(Sentence sentence) {
    int[] longest = {0};
    root.matches(
        new Attempt(sentence, new HashMap<>()),
        0,
        end -> {
          longest[0] = Math.max(longest[0], end);
          return false;
        });
    return longest[0];
  }
}
