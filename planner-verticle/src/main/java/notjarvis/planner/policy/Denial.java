package notjarvis.planner.policy;

import java.util.Set;
import java.util.regex.Pattern;

/** The English words by which the policy knows what is not wanted. */
final class Denial {
  /** What follows one of these is not asked for. So it is with every word in "n't". */
  static final Set<String> NEGATORS =
      Lexicon.words(
          """
          not never nor neither none nobody nothing nowhere avoid except excluding cannot dont cant
          wont shouldnt mustnt doesnt didnt isnt wouldnt couldnt refrain forbid forbidden prohibited
          """);

  /** These forbid opening only if they govern it. */
  static final Set<String> LACKS = Lexicon.words("no without stop");

  /** Words that begin with one of these take back what was said before. */
  static final Set<String> HALTS = Lexicon.words("no nope stop wait halt cancel hold forget");

  /** Requests that only sound like a no; they are read as if they were not there. */
  static final Pattern POLITE =
      Pattern.compile(
          "(?i)(?<=^|[.,;:!?]\\s{0,3})why (not|don't (you|we)|do you not)\\b(?! to\\b)"
              + "|\\b((can't|couldn't|won't) you|(do not|don't) (forget|hesitate) to)\\b");

  /** What the person says of themselves forbids nothing. */
  static final Pattern UNABLE =
      Pattern.compile(
          "(?i)\\bI (can't|cannot|can not|couldn't|could not|don't|didn't)"
              + " (find|remember|recall|know|see)\\b[^,.;:!?]*,");

  /** Other ways to say "never" or "not". */
  static final Pattern NOT_IN_MANY_WORDS =
      Pattern.compile(
          "(?i)\\b((under|in|on|at|by) no (circumstances?|case|account|time|means|way|condition)"
              + "|no (one|way|need|reason|point|person)|instead of|rather than)\\b");

  /** Between a negator and its verb: "don't ever", "no need to". */
  static final Set<String> BEFORE_VERBS =
      Lexicon.words(
          "ever really just even again please simply actually yet now to you need have dare i");

  /** Verbs that are negated as they stand. */
  static final Set<String> SELF_CONTAINED =
      Lexicon.words(
          "search searching google googling bother ask asking wait worry hurry explain think");

  /** Verbs that are negated together with what follows them. */
  static final Set<String> NEEDS_OBJECT =
      Lexicon.words(
          """
          open opening reopen visit visiting browse browsing launch launching start starting load
          loading run running go going show showing take taking use using want like find look get
          click clicking download install close delete read play add change log sign tell give
          """);

  /** Between the verbs of one negation: "don't visit, open or browse". */
  static final Set<String> CHOICES = Lexicon.words("or nor");

  /** Each of these begins a clause of its own. */
  static final Set<String> CLAUSE_WORDS = Lexicon.words("but then so");

  /** A clause that begins with one of these is free of the negation before it. */
  static final Set<String> TURNS = Lexicon.words("but instead");

  private Denial() {}
}
