package notjarvis.planner.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import notjarvis.planner.site.KnownSites;

/** Finds what clauses ask to be opened. */
final class Openings {
  private static final int LONGEST_PHRASE = 4;
  private static final int LONGEST_SITE = 5;
  private static final KnownSites SITES = new KnownSites();

  private static final Pattern SITE_OF =
      Pattern.compile("(the )?(official )?(website|site|page|homepage|webpage) of .+");
  private static final Pattern NAMED_SITE =
      Pattern.compile("([^ ]+ ){1,5}(website|site|homepage|webpage)");

  private Openings() {}

  /** The objects of the requests for opening in these clauses; "go there" has none. */
  static List<List<String>> in(List<List<String>> clauses) {
    List<List<String>> objects = new ArrayList<>();
    boolean listed = false;
    for (List<String> clause : clauses) {
      List<List<String>> own = objectsOf(clause).toList();
      List<List<String>> more = listed && own.isEmpty() ? goingOn(clause) : List.of();
      objects.addAll(own);
      objects.addAll(more);
      listed = endsOpen(clause) && (!own.isEmpty() || !more.isEmpty());
    }
    return List.copyOf(objects);
  }

  /** "open one, two and three": what goes on with the list that the clause before has begun. */
  private static List<List<String>> goingOn(List<String> clause) {
    return Item.of(clause).takeWhile(Item::mayFollowInAList).map(Item::tokens).toList();
  }

  private static boolean endsOpen(List<String> clause) {
    return !clause.isEmpty() && clause.get(clause.size() - 1).endsWith(",");
  }

  private static Stream<List<String>> objectsOf(List<String> clause) {
    List<String> words = Tokens.all(clause);
    if (isQuestion(words)) {
      return Stream.empty();
    }
    return IntStream.range(0, words.size())
        .filter(at -> isAt(at, words) && isWish(words.subList(0, at)))
        .mapToObj(at -> object(clause, words, at + length(words, at)));
  }

  private static boolean isQuestion(List<String> words) {
    List<String> said = words.stream().dropWhile(Lexicon.LEADS::contains).toList();
    boolean polite = said.size() > 1 && said.get(1).equals("you") && said.get(0).equals("will");
    return !said.isEmpty() && Lexicon.QUESTIONS.contains(said.get(0)) && !polite;
  }

  /** Whether an opening word after these is a wish, and not a report or part of a question. */
  private static boolean isWish(List<String> before) {
    List<String> near = before.subList(before.lastIndexOf("and") + 1, before.size());
    return near.stream().noneMatch(Lexicon.SUBORDINATES::contains)
        && (near.isEmpty() || !Lexicon.NO_WISH_AFTER.contains(near.get(near.size() - 1)));
  }

  private static List<String> object(List<String> clause, List<String> words, int from) {
    int end =
        IntStream.range(from, words.size())
            .filter(at -> Denial.LACKS.contains(words.get(at)) || isOtherWish(words, at))
            .findFirst()
            .orElse(words.size());
    return clause.subList(from, end);
  }

  private static boolean isOtherWish(List<String> words, int at) {
    return words.get(at).equals("and")
        && at + 1 < words.size()
        && Lexicon.OTHER_WISHES.contains(words.get(at + 1));
  }

  /** Whether a request for opening begins at this word. */
  static boolean isAt(int at, List<String> words) {
    int length = length(words, at);
    if (length == 0) {
      return false;
    }
    List<String> verb = words.subList(at, at + length);
    List<String> object = words.subList(at + length, words.size());
    if (Lexicon.SHOWING.contains(verb)) {
      return isShowable(object);
    }
    return length > 1 || canBeOpened(verb.get(0), object);
  }

  private static boolean canBeOpened(String verb, List<String> object) {
    return !object.isEmpty()
        && !Lexicon.NO_OBJECT.contains(object.get(0))
        && !(Lexicon.LAUNCHING.contains(verb) && Lexicon.INDEFINITE.contains(object.get(0)));
  }

  /** How many words from here on are an opening verb; 0 for none. */
  private static int length(List<String> words, int at) {
    return IntStream.rangeClosed(1, Math.min(LONGEST_PHRASE, words.size() - at))
        .filter(length -> isVerb(words.subList(at, at + length)))
        .max()
        .orElse(0);
  }

  private static boolean isVerb(List<String> words) {
    return Lexicon.OPENING_PHRASES.contains(words)
        || Lexicon.SHOWING.contains(words)
        || (words.size() == 1 && Lexicon.OPENING_WORDS.contains(words.get(0)));
  }

  /** To be shown something is to have it opened only if it is a site or a result. */
  private static boolean isShowable(List<String> object) {
    String said = String.join(" ", object);
    Item item = Item.whole(object);
    return (!object.isEmpty() && item.pointsBack())
        || SITE_OF.matcher(said).matches()
        || NAMED_SITE.matcher(said).matches()
        || (!object.isEmpty() && SpokenAddress.in(object.get(0)).isPresent())
        || beginsWithKnownSite(object);
  }

  private static boolean beginsWithKnownSite(List<String> object) {
    return IntStream.rangeClosed(1, Math.min(LONGEST_SITE, object.size()))
        .mapToObj(length -> String.join(" ", object.subList(0, length)))
        .anyMatch(name -> SITES.find(name).isPresent());
  }
}
