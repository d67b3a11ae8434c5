package notjarvis.planner.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A goal taken apart into clauses: what each of them affirms, and what stands under a negation. A
 * negation that lacks its verb ("never, ever, open it") reaches across commas to the verb that it
 * negates; one that has all it needs ("don't search, open it") reaches on over the rest of a list,
 * and ends where another wish begins, at a word such as "but", or with its sentence.
 */
final class Clauses {
  private final List<List<String>> affirmed = new ArrayList<>();
  private final List<List<String>> denied = new ArrayList<>();

  /** How far the negation of the clauses before reaches. */
  private enum Reach {
    NONE,
    /** It covers a list that goes on, and no new wish. */
    LIST,
    /** It still waits for what it negates. */
    ALL
  }

  static Clauses of(String goal) {
    String plain = Denial.POLITE.matcher(goal.replace('\u2019', '\'')).replaceAll(" ");
    String direct = Denial.UNABLE.matcher(plain).replaceAll(" ");
    String clear = Denial.NOT_IN_MANY_WORDS.matcher(direct).replaceAll(" never ");
    Clauses clauses = new Clauses();
    clauses.read(clauses(Tokens.split(clear)));
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

  private static List<List<String>> clauses(List<String> tokens) {
    List<List<String>> clauses = new ArrayList<>();
    boolean ended = true;
    for (String token : tokens) {
      if (ended || Denial.CLAUSE_WORDS.contains(Tokens.word(token))) {
        clauses.add(new ArrayList<>());
      }
      clauses.get(clauses.size() - 1).add(token);
      ended = Tokens.endsClause(token);
    }
    return clauses;
  }

  private void read(List<List<String>> clauses) {
    Reach reach = Reach.NONE;
    for (int at = 0; at < clauses.size(); at++) {
      List<String> clause = clauses.get(at);
      boolean covered = reach != Reach.NONE && !isFresh(reach, clauses.subList(at, clauses.size()));
      int end = covered ? 0 : firstNegation(clause);
      affirmed.add(clause.subList(0, end));
      denied.add(clause.subList(end, clause.size()));
      Reach further = covered ? reach : reachOf(clause.subList(end, clause.size()));
      reach = endsNegation(clause) ? Reach.NONE : further;
    }
  }

  private static Reach reachOf(List<String> negation) {
    if (negation.isEmpty()) {
      return Reach.NONE;
    }
    return hasItsVerb(Tokens.all(negation.subList(1, negation.size()))) ? Reach.LIST : Reach.ALL;
  }

  /** Whether what follows a negator is all that it negates: "search", "take a picture". */
  private static boolean hasItsVerb(List<String> negated) {
    List<String> verb = negated.stream().dropWhile(Denial.BEFORE_VERBS::contains).toList();
    return !verb.isEmpty()
        && !Denial.BEFORE_VERBS.contains(verb.get(verb.size() - 1))
        && (Denial.SELF_CONTAINED.contains(verb.get(0))
            || (verb.size() > 1 && Denial.NEEDS_OBJECT.contains(verb.get(0))));
  }

  /** "Never. Open it" goes on after its full stop. */
  private static boolean endsNegation(List<String> clause) {
    String last = clause.get(clause.size() - 1);
    return Tokens.endsSentence(last) && !negates(Tokens.word(last));
  }

  private static boolean isFresh(Reach reach, List<List<String>> rest) {
    List<String> words = Tokens.all(rest.get(0));
    List<String> said = words.stream().dropWhile(Lexicon.LEADS::contains).toList();
    boolean opening = !said.isEmpty() && Openings.isAt(0, said);
    boolean other = !said.isEmpty() && Lexicon.OTHER_WISHES.contains(said.get(0));
    return Denial.TURNS.contains(words.get(0))
        || (opening && words.get(0).equals("just") && reach == Reach.LIST)
        || ((opening || other) && reach == Reach.LIST && !isChoice(rest));
  }

  /** "Don't click ads, open pop-ups or …": the verbs of a list of which none is wanted. */
  private static boolean isChoice(List<List<String>> rest) {
    for (List<String> clause : rest) {
      if (Tokens.all(clause).stream().anyMatch(Denial.CHOICES::contains)) {
        return true;
      }
      if (Tokens.endsSentence(clause.get(clause.size() - 1))) {
        return false;
      }
    }
    return false;
  }

  private int firstNegation(List<String> clause) {
    List<String> words = Tokens.all(clause);
    return IntStream.range(0, words.size())
        .filter(at -> negates(words.get(at)) || lacks(clause, words, at))
        .findFirst()
        .orElse(words.size());
  }

  private static boolean negates(String word) {
    return Denial.NEGATORS.contains(word) || word.endsWith("n't");
  }

  /** "No" and "without" forbid opening only if that is what is to be left out. */
  private boolean lacks(List<String> clause, List<String> words, int at) {
    if (!Denial.LACKS.contains(words.get(at))) {
      return false;
    }
    List<String> rest = words.subList(at + 1, words.size());
    int length = rest.contains("and") ? rest.indexOf("and") : rest.size();
    denied.add(clause.subList(at + 1, at + 1 + length));
    return rest.subList(0, length).stream().anyMatch(Lexicon.OPENING_FORMS::contains);
  }
}
