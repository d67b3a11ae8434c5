package notjarvis.planner.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A goal taken apart into clauses: what each of them affirms, and what stands under a negation. A
 * negation reaches across commas to the end of its sentence, or to a word such as "but".
 */
final class Clauses {
  private final List<List<String>> affirmed = new ArrayList<>();
  private final List<List<String>> denied = new ArrayList<>();

  static Clauses of(String goal) {
    String plain = Vocabulary.POLITE.matcher(goal.replace('’', '\'')).replaceAll(" ");
    String direct = Vocabulary.UNABLE.matcher(plain).replaceAll(" ");
    String clear = Vocabulary.NOT_IN_MANY_WORDS.matcher(direct).replaceAll(" never ");
    Clauses clauses = new Clauses();
    clauses.read(Words.split(clear));
    return clauses;
  }

  /** What the clauses say up to a negation, in their order. */
  List<List<String>> affirmed() {
    return affirmed;
  }

  /** What is not wanted. */
  List<List<String>> denied() {
    return denied;
  }

  private void read(List<String> tokens) {
    boolean negated = false;
    for (List<String> clause : clauses(tokens)) {
      int end = negated && !isFresh(clause) ? 0 : firstNegation(clause);
      affirmed.add(clause.subList(0, end));
      denied.add(clause.subList(end, clause.size()));
      negated = end < clause.size() && !endsNegation(clause.get(clause.size() - 1));
    }
  }

  private static List<List<String>> clauses(List<String> tokens) {
    List<List<String>> clauses = new ArrayList<>();
    boolean ended = true;
    for (String token : tokens) {
      if (ended || Vocabulary.CLAUSE_WORDS.contains(Words.word(token))) {
        clauses.add(new ArrayList<>());
      }
      clauses.get(clauses.size() - 1).add(token);
      ended = Words.endsClause(token);
    }
    return clauses;
  }

  /** "Never. Open it" goes on after its full stop. */
  private static boolean endsNegation(String token) {
    return Words.endsSentence(token) && !negates(Words.word(token));
  }

  private static boolean isFresh(List<String> clause) {
    String first = Words.word(clause.get(0));
    List<String> rest = Words.all(clause.subList(1, clause.size()));
    return Vocabulary.TURNS.contains(first) || (first.equals("just") && Openings.isAt(0, rest));
  }

  private int firstNegation(List<String> clause) {
    List<String> words = Words.all(clause);
    return IntStream.range(0, words.size())
        .filter(at -> negates(words.get(at)) || lacks(clause, words, at))
        .findFirst()
        .orElse(words.size());
  }

  private static boolean negates(String word) {
    return Vocabulary.NEGATORS.contains(word) || word.endsWith("n't");
  }

  /** "No" and "without" forbid opening only if that is what is to be left out. */
  private boolean lacks(List<String> clause, List<String> words, int at) {
    if (!Vocabulary.LACKS.contains(words.get(at))) {
      return false;
    }
    List<String> rest = words.subList(at + 1, words.size());
    int length = rest.contains("and") ? rest.indexOf("and") : rest.size();
    denied.add(clause.subList(at + 1, at + 1 + length));
    return rest.subList(0, length).stream().anyMatch(Vocabulary.OPENING_FORMS::contains);
  }
}
