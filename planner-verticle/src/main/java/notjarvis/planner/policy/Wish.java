package notjarvis.planner.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import notjarvis.planner.intent.KnownSites;
import notjarvis.web.WebAddress;

/**
 * What a goal asks for, as far as its words show: what is negated is left out. Where the words are
 * unclear it reads less out of them, never more.
 */
final class Wish {
  private static final int LONGEST_NAME = 3;
  private static final Pattern OUTER = Pattern.compile("^[\"'“”‘(<\\[{]+|[\"'“”‘)>\\]}.,;:!?…]+$");
  private static final Pattern CLAUSE_END = Pattern.compile(".*[.,;:!?…][\"'”)\\]}]*");
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final String EDGE = "[\\s\"'“”()<>\\[\\]{}]";

  private final List<List<String>> clauses;

  private Wish(List<List<String>> clauses) {
    this.clauses = clauses;
  }

  static Wish of(String goal) {
    String plain = Vocabulary.POLITE.matcher(goal.replace('’', '\'')).replaceAll(" ");
    List<List<String>> clauses = new ArrayList<>();
    clauses.add(new ArrayList<>());
    boolean ended = false;
    for (String token : SPACES.splitAsStream(plain.strip()).toList()) {
      if (ended || Vocabulary.CLAUSE_WORDS.contains(word(token))) {
        clauses.add(new ArrayList<>());
      }
      clauses.get(clauses.size() - 1).add(token);
      ended = CLAUSE_END.matcher(token).matches();
    }
    return new Wish(clauses.stream().map(Wish::affirmed).toList());
  }

  private static List<String> affirmed(List<String> clause) {
    return clause.stream().takeWhile(token -> !Vocabulary.NEGATORS.contains(word(token))).toList();
  }

  /** Whether it asks for something to be opened. */
  boolean asksForOpening() {
    return words().anyMatch(Wish::asksForOpening);
  }

  private static boolean asksForOpening(List<String> words) {
    return IntStream.range(0, words.size())
        .mapToObj(from -> words.subList(from, words.size()))
        .anyMatch(Wish::beginsWithOpening);
  }

  private static boolean beginsWithOpening(List<String> words) {
    boolean phrase = Vocabulary.OPENING_PHRASES.stream().anyMatch(each -> startsWith(words, each));
    boolean word = words.size() > 1 && Vocabulary.OPENING_WORDS.contains(words.get(0));
    return phrase || (word && !Vocabulary.NO_OBJECT.contains(words.get(1)));
  }

  private static boolean startsWith(List<String> words, List<String> phrase) {
    return words.size() >= phrase.size() && words.subList(0, phrase.size()).equals(phrase);
  }

  /** Whether it asks for a picture of the screen. */
  boolean asksForScreenshot() {
    return words().anyMatch(Wish::asksForScreenshot);
  }

  private static boolean asksForScreenshot(List<String> words) {
    boolean picture = words.stream().anyMatch(Vocabulary.CAPTURES::contains);
    return words.stream().anyMatch(Vocabulary.SCREENSHOTS::contains)
        || (picture && words.contains("screen"));
  }

  /** Whether this very address stands in it, as a full address or as a host. */
  boolean says(WebAddress address) {
    return clauses.stream()
        .flatMap(List::stream)
        .flatMap(token -> Stream.of(token, bare(token)))
        .flatMap(token -> SpokenAddress.in(token).stream())
        .anyMatch(address::equals);
  }

  /** Whether it calls the well-known site at this address by one of its names. */
  boolean calls(WebAddress address, KnownSites sites) {
    return clauses.stream()
        .map(tokens -> String.join(" ", tokens))
        .anyMatch(words -> sites.isNamedIn(words, address.toString()));
  }

  /** Whether it has this name, as a word or as up to three words in a row. */
  boolean says(String name) {
    return words().anyMatch(words -> namesIn(words).anyMatch(name::equals));
  }

  private static Stream<String> namesIn(List<String> words) {
    Predicate<List<String>> telling = name -> !Vocabulary.COMMON.containsAll(name);
    return IntStream.rangeClosed(1, LONGEST_NAME)
        .boxed()
        .flatMap(length -> runs(words, length))
        .filter(telling)
        .map(name -> String.join("", name));
  }

  private static Stream<List<String>> runs(List<String> words, int length) {
    return IntStream.rangeClosed(0, words.size() - length)
        .mapToObj(from -> words.subList(from, from + length));
  }

  /** Whether every word of this name stands in it. */
  boolean names(String name) {
    Set<String> said =
        words().flatMap(List::stream).flatMap(Wish::parts).collect(Collectors.toSet());
    List<String> wanted = parts(name).toList();
    return said.containsAll(wanted) && !Vocabulary.COMMON.containsAll(wanted);
  }

  private static Stream<String> parts(String text) {
    return BETWEEN_WORDS
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(part -> !part.isEmpty());
  }

  /** Whether this path stands in it, letter for letter. */
  boolean saysPath(String path) {
    Pattern whole =
        Pattern.compile("(^|" + EDGE + ")" + Pattern.quote(path) + "[.,;:!?]*($|" + EDGE + ")");
    return clauses.stream()
        .map(clause -> String.join(" ", clause))
        .anyMatch(clause -> !path.isBlank() && whole.matcher(clause).find());
  }

  private Stream<List<String>> words() {
    return clauses.stream().map(clause -> clause.stream().map(Wish::word).toList());
  }

  private static String word(String token) {
    String word = bare(token).toLowerCase(Locale.ROOT);
    return word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
  }

  private static String bare(String token) {
    return OUTER.matcher(token).replaceAll("");
  }
}
