package notjarvis.planner.policy;

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
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final String EDGE = "[\\s\"'“”()<>\\[\\]{}]";

  private final Clauses clauses;
  private final List<List<String>> objects;
  private final boolean bareResult;

  private Wish(Clauses clauses, boolean bareResult) {
    this.clauses = clauses;
    this.objects = clauses.affirmed().stream().flatMap(Openings::in).toList();
    this.bareResult = bareResult;
  }

  static Wish of(String goal) {
    return new Wish(Clauses.of(goal), Openings.isBareResult(Words.all(Words.split(goal))));
  }

  /** Whether it asks for something to be opened. */
  boolean asksForOpening() {
    return !objects.isEmpty();
  }

  /** Whether it is the number of a result and nothing else, which asks for that one. */
  boolean isBareResult() {
    return bareResult;
  }

  /** Whether it asks for a picture of the screen. */
  boolean asksForScreenshot() {
    return clauses.affirmed().stream().map(Words::all).anyMatch(Wish::asksForScreenshot);
  }

  private static boolean asksForScreenshot(List<String> words) {
    return words.stream().anyMatch(Vocabulary.SCREENSHOTS::contains)
        || Vocabulary.SCREEN_CAPTURE.matcher(String.join(" ", words)).find();
  }

  /**
   * Whether it asks for this very address, as a full address or as a host. With "it" and the like
   * the address may stand anywhere in what is affirmed.
   */
  boolean says(WebAddress address) {
    boolean anywhere = objects.stream().map(Words::all).anyMatch(Openings::pointsBack);
    return addresses(anywhere ? clauses.affirmed() : objects).anyMatch(address::equals);
  }

  private static Stream<WebAddress> addresses(List<List<String>> phrases) {
    return phrases.stream()
        .flatMap(List::stream)
        .flatMap(token -> Stream.of(token, Words.bare(token)))
        .flatMap(token -> SpokenAddress.in(token).stream());
  }

  /** Whether it speaks of the host of this address under a negation. */
  boolean deniesHost(WebAddress address) {
    return addresses(clauses.denied()).map(WebAddress::host).anyMatch(address.host()::equals);
  }

  /** Whether it asks for the well-known site at this address by one of its names. */
  boolean calls(WebAddress address, KnownSites sites) {
    return calls(objects, address, sites);
  }

  /** Whether it speaks of the well-known site at this address under a negation. */
  boolean deniesCalling(WebAddress address, KnownSites sites) {
    return calls(clauses.denied(), address, sites);
  }

  private static boolean calls(List<List<String>> phrases, WebAddress address, KnownSites sites) {
    return phrases.stream()
        .map(tokens -> String.join(" ", tokens))
        .anyMatch(words -> sites.isNamedIn(words, address.toString()));
  }

  /** Whether it asks for what has this name, as a word or as up to three words in a row. */
  boolean says(String name) {
    return has(objects, name);
  }

  /** Whether it has this name under a negation. */
  boolean denies(String name) {
    return has(clauses.denied(), name);
  }

  private static boolean has(List<List<String>> phrases, String name) {
    return phrases.stream().map(Words::all).flatMap(Wish::namesIn).anyMatch(name::equals);
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

  /** Whether it asks for what has every word of this name. */
  boolean names(String name) {
    Set<String> said =
        objects.stream()
            .flatMap(tokens -> Words.all(tokens).stream())
            .flatMap(Wish::parts)
            .collect(Collectors.toSet());
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
    return clauses.affirmed().stream()
        .map(clause -> String.join(" ", clause))
        .anyMatch(clause -> !path.isBlank() && whole.matcher(clause).find());
  }
}
