package notjarvis.planner.policy;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import notjarvis.planner.intent.KnownSites;

/** Finds what a clause asks to be opened. */
final class Openings {
  private static final int LONGEST_PHRASE = 4;
  private static final int LONGEST_SITE = 5;
  private static final KnownSites SITES = new KnownSites();

  private static final String NUMBER =
      "(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|#?[1-9][0-9]?(st|nd|rd|th)"
          + "|#[1-9][0-9]?)";
  private static final String PLAIN_NUMBER =
      "([1-9][0-9]?|one|two|three|four|five|six|seven|eight|nine|ten)";
  private static final String LABEL = "(number|no|nr|result|results|link|option|item|#)";
  private static final String PLACE =
      "(one|result|hit|match|link|option|page|site|website|webpage|homepage)";
  private static final String NUMBERED =
      "(the )?(search )?(result )?("
          + LABEL
          + " "
          + PLAIN_NUMBER
          + "|"
          + NUMBER
          + ")( "
          + PLACE
          + ")?";
  private static final Pattern REFERENCE =
      Pattern.compile(
          "(it|that|this|them|these|those|(the|that|this|their|its|his|her)( last| top| best| same)? "
              + PLACE
              + "(?! (of|for|about))|"
              + NUMBERED
              + ")(?= |$)");
  private static final Pattern SITE_OF =
      Pattern.compile("(the )?(official )?(website|site|page|homepage|webpage) of .+");
  private static final Pattern NAMED_SITE =
      Pattern.compile("([^ ]+ ){1,5}(website|site|homepage|webpage)");
  private static final Pattern BARE_RESULT =
      Pattern.compile("(" + PLAIN_NUMBER + "|" + NUMBERED + ")( please)?");

  private Openings() {}

  /** The objects of the requests for opening in this clause, as tokens; "go there" has none. */
  static Stream<List<String>> in(List<String> clause) {
    List<String> words = Words.all(clause);
    if (isQuestion(words)) {
      return Stream.empty();
    }
    return IntStream.range(0, words.size())
        .filter(at -> isAt(at, words) && isWish(words.subList(0, at)))
        .mapToObj(at -> object(clause, words, at + length(words, at)));
  }

  private static boolean isQuestion(List<String> words) {
    List<String> said = words.stream().dropWhile(Vocabulary.LEADS::contains).toList();
    boolean polite = said.size() > 1 && said.get(1).equals("you") && said.get(0).equals("will");
    return !said.isEmpty() && Vocabulary.QUESTIONS.contains(said.get(0)) && !polite;
  }

  /** Whether an opening word after these is a wish, and not a report or part of a question. */
  private static boolean isWish(List<String> before) {
    List<String> near = before.subList(before.lastIndexOf("and") + 1, before.size());
    return near.stream().noneMatch(Vocabulary.SUBORDINATES::contains)
        && (near.isEmpty() || !Vocabulary.NO_WISH_AFTER.contains(near.get(near.size() - 1)));
  }

  private static List<String> object(List<String> clause, List<String> words, int from) {
    int end =
        IntStream.range(from, words.size())
            .filter(at -> Vocabulary.LACKS.contains(words.get(at)) || isOtherWish(words, at))
            .findFirst()
            .orElse(words.size());
    return clause.subList(from, end);
  }

  private static boolean isOtherWish(List<String> words, int at) {
    return words.get(at).equals("and")
        && at + 1 < words.size()
        && Vocabulary.OTHER_WISHES.contains(words.get(at + 1));
  }

  /** Whether a request for opening begins at this word. */
  static boolean isAt(int at, List<String> words) {
    int length = length(words, at);
    if (length == 0) {
      return false;
    }
    List<String> verb = words.subList(at, at + length);
    List<String> object = words.subList(at + length, words.size());
    if (Vocabulary.SHOWING.contains(verb)) {
      return isShowable(object);
    }
    return length > 1 || canBeOpened(verb.get(0), object);
  }

  private static boolean canBeOpened(String verb, List<String> object) {
    return !object.isEmpty()
        && !Vocabulary.NO_OBJECT.contains(object.get(0))
        && !(Vocabulary.LAUNCHING.contains(verb) && Vocabulary.INDEFINITE.contains(object.get(0)));
  }

  /** How many words from here on are an opening verb; 0 for none. */
  private static int length(List<String> words, int at) {
    return IntStream.rangeClosed(1, Math.min(LONGEST_PHRASE, words.size() - at))
        .filter(length -> isVerb(words.subList(at, at + length)))
        .max()
        .orElse(0);
  }

  private static boolean isVerb(List<String> words) {
    return Vocabulary.OPENING_PHRASES.contains(words)
        || Vocabulary.SHOWING.contains(words)
        || (words.size() == 1 && Vocabulary.OPENING_WORDS.contains(words.get(0)));
  }

  /** To be shown something is to have it opened only if it is a site or a result. */
  private static boolean isShowable(List<String> object) {
    String said = String.join(" ", object);
    return pointsBack(object)
        || SITE_OF.matcher(said).matches()
        || NAMED_SITE.matcher(said).matches()
        || isBareResult(object)
        || (!object.isEmpty() && SpokenAddress.in(object.get(0)).isPresent())
        || beginsWithKnownSite(object);
  }

  private static boolean beginsWithKnownSite(List<String> object) {
    return IntStream.rangeClosed(1, Math.min(LONGEST_SITE, object.size()))
        .mapToObj(length -> String.join(" ", object.subList(0, length)))
        .anyMatch(name -> SITES.address(name).isPresent());
  }

  /** Whether these words begin with "it", "the first one" and the like. */
  static boolean pointsBack(List<String> object) {
    return REFERENCE.matcher(String.join(" ", object)).lookingAt();
  }

  /** Whether these words are the number of a result and nothing else. */
  static boolean isBareResult(List<String> words) {
    return BARE_RESULT.matcher(String.join(" ", words)).matches();
  }
}
