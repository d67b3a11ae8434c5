package notjarvis.planner.policy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import notjarvis.planner.site.KnownSites;
import notjarvis.web.WebAddress;

/**
 * What a goal asks for, as far as its words show: what is negated is left out. Where the words are
 * unclear it reads less out of them, never more.
 */
final class Consent {
  private static final int LONGEST_NAME = 3;
  private static final String BROWSER = "browser";
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final String EDGE = "[\\s\"'“”()<>\\[\\]{}]";

  private final Clauses clauses;
  private final List<List<String>> objects;
  private final List<Item> items;
  private final boolean halts;

  private Consent(Clauses clauses, List<List<String>> objects, boolean halts) {
    this.clauses = clauses;
    this.objects = objects;
    this.items = objects.stream().flatMap(Item::of).toList();
    this.halts = halts;
  }

  static Consent of(String goal) {
    List<String> tokens = Tokens.split(goal);
    Clauses clauses = Clauses.of(goal);
    boolean onlyPicks = Item.of(tokens).allMatch(item -> item.picks().isPresent());
    boolean halts = Tokens.all(tokens).stream().limit(1).anyMatch(Denial.HALTS::contains);
    List<List<String>> objects = onlyPicks ? List.of(tokens) : Openings.in(clauses.affirmed());
    return new Consent(clauses, objects, halts);
  }

  /** Whether it asks for something to be opened; the number of a result alone does. */
  boolean asksForOpening() {
    return !objects.isEmpty();
  }

  /** Whether it speaks against opening anything, and asks for nothing to be opened. */
  boolean forbidsOpening() {
    return objects.isEmpty()
        && clauses.denied().stream()
            .map(Tokens::all)
            .anyMatch(words -> words.stream().anyMatch(Lexicon.OPENING_FORMS::contains));
  }

  /** Whether it says no to something, so that what was said before does not hold as it stands. */
  boolean takesBack() {
    return halts || clauses.denied().stream().anyMatch(words -> !words.isEmpty());
  }

  /** Whether it asks for a search, so that its numbers may be those of results yet to be found. */
  boolean asksForSearch() {
    return clauses.affirmed().stream()
            .map(clause -> String.join(" ", Tokens.all(clause)))
            .anyMatch(clause -> Lexicon.SEARCHING.matcher(clause).find())
        || picks().anyMatch(Picks::described);
  }

  /** Whether it asks for a picture of the screen. */
  boolean asksForScreenshot() {
    return clauses.affirmed().stream().map(Tokens::all).anyMatch(Consent::asksForScreenshot);
  }

  /** Whether it speaks against one. */
  boolean deniesScreenshot() {
    return clauses.denied().stream().map(Tokens::all).anyMatch(Consent::asksForScreenshot);
  }

  private static boolean asksForScreenshot(List<String> words) {
    return words.stream().anyMatch(Lexicon.SCREENSHOTS::contains)
        || Lexicon.SCREEN_CAPTURE.matcher(String.join(" ", words)).find();
  }

  /**
   * Whether it asks for this very address, as a full address or as a host. With "it" and the like
   * the address may stand anywhere in what is affirmed.
   */
  boolean says(WebAddress address) {
    Stream<WebAddress> addresses =
        items.stream().anyMatch(Item::pointsBack)
            ? clauses.affirmed().stream().flatMap(SpokenAddress::among)
            : items.stream().flatMap(Item::addresses);
    return addresses.anyMatch(address::equals);
  }

  /** The results that it picks by their numbers. */
  Stream<Picks> picks() {
    return items.stream().flatMap(item -> picks(item).stream());
  }

  /** "Take the second result and open it" picks one too. */
  private Optional<Picks> picks(Item item) {
    return item.picks().or(() -> item.pointsBack() ? picksElsewhere() : Optional.empty());
  }

  private Optional<Picks> picksElsewhere() {
    return clauses.affirmed().stream()
        .map(Tokens::all)
        .flatMap(clause -> Picks.in(clause).stream())
        .findFirst();
  }

  /** Whether it leaves open which of the known addresses is meant. */
  boolean leavesChoice(KnownSites sites) {
    return items.stream().anyMatch(item -> picks(item).isEmpty() && !item.isExact(sites));
  }

  /** Whether it speaks of the host of this address under a negation. */
  boolean deniesHost(WebAddress address) {
    return clauses.denied().stream()
        .flatMap(SpokenAddress::among)
        .map(WebAddress::host)
        .anyMatch(address.host()::equals);
  }

  /** Whether it asks for the well-known site at this address by one of its names. */
  boolean calls(WebAddress address, KnownSites sites) {
    return items.stream().anyMatch(item -> item.calls(address, sites));
  }

  /** Whether it speaks of the well-known site at this address under a negation. */
  boolean deniesCalling(WebAddress address, KnownSites sites) {
    return clauses.denied().stream()
        .map(tokens -> String.join(" ", tokens))
        .anyMatch(words -> sites.isNamedIn(words, address.toString()));
  }

  /** Whether something that it asks for is called this. */
  boolean says(String name) {
    return Stream.concat(items.stream(), objects.stream().map(Item::whole))
        .anyMatch(item -> item.isCalled(name));
  }

  /** Whether it has this name under a negation, as a word or as up to three words in a row. */
  boolean denies(String name) {
    return clauses.denied().stream()
        .map(Tokens::all)
        .flatMap(Consent::namesIn)
        .anyMatch(name::equals);
  }

  private static Stream<String> namesIn(List<String> words) {
    Predicate<List<String>> telling = name -> !Lexicon.COMMON.containsAll(name);
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
        items.stream()
            .flatMap(item -> item.words().stream())
            .flatMap(Consent::parts)
            .collect(Collectors.toSet());
    List<String> wanted = parts(name).toList();
    boolean telling = wanted.contains(BROWSER) || !Lexicon.COMMON.containsAll(wanted);
    return said.containsAll(wanted) && telling;
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
