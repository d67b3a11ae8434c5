package notjarvis.planner.policy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import notjarvis.planner.site.KnownSites;
import notjarvis.web.WebAddress;

/**
 * One thing that is asked to be opened. What it is about names nothing: "the wikipedia page about
 * paypal" is a page of Wikipedia.
 *
 * @param tokens the words for it, without what it is about
 * @param hasTopic whether something was said of what it is about
 */
record Item(List<String> tokens, boolean hasTopic) {
  private static final int LONGEST_NAME = 5;
  private static final int LONGEST_IN_A_LIST = 3;
  private static final String PLACE =
      "(one|result|hit|match|link|option|page|site|website|webpage|homepage)s?";
  private static final Pattern POINTER =
      Pattern.compile(
          "(it|that|this|them|these|those|there|(the|that|this|their|its|his|her)"
              + "( last| top| best| same| previous)? "
              + PLACE
              + "(?! (of|for|called|named)\\b))( .*)?");

  /** "the website of MIT", "the site called MIT". */
  private static final Pattern SITE_OF =
      Pattern.compile(
          "(the |a )?((official|main|home|own|web) )*(website|site|page|homepage|webpage)"
              + " (of|for|called|named) (?<owner>.+)");

  /** "the MIT page of somebody". */
  private static final Pattern PAGE_OF =
      Pattern.compile("(?<owner>.+ (website|site|page|homepage|webpage)) of .+");

  Item {
    tokens = List.copyOf(tokens);
  }

  /** The things that an object names, apart. */
  static Stream<Item> of(List<String> object) {
    List<String> words = Tokens.all(object);
    int[] joints =
        IntStream.range(0, words.size())
            .filter(at -> Lexicon.JOINTS.contains(words.get(at)))
            .toArray();
    return IntStream.rangeClosed(0, joints.length)
        .mapToObj(
            at ->
                object.subList(
                    at == 0 ? 0 : joints[at - 1] + 1,
                    at == joints.length ? object.size() : joints[at]))
        .map(Item::without)
        .filter(item -> joints.length == 0 || !item.tokens.isEmpty());
  }

  /** The object as one thing, as in "barnes and noble". */
  static Item whole(List<String> object) {
    return without(object);
  }

  private static Item without(List<String> said) {
    int end =
        IntStream.range(1, said.size())
            .filter(at -> Lexicon.ABOUT.contains(Tokens.word(said.get(at))))
            .findFirst()
            .orElse(said.size());
    return new Item(said.subList(0, end), end < said.size());
  }

  /** The words for it, as they are compared. */
  List<String> words() {
    return Tokens.all(tokens);
  }

  /** Whether it is "it", "that site" and the like, or nothing, as in "go there". */
  boolean pointsBack() {
    return !hasTopic
        && (tokens.isEmpty() || POINTER.matcher(said()).matches() || picks().isPresent());
  }

  /** Which results it picks by their numbers. */
  Optional<Picks> picks() {
    return Picks.of(words());
  }

  /** The web addresses in it. */
  Stream<WebAddress> addresses() {
    return SpokenAddress.among(tokens);
  }

  /** Whether it says which site is meant, so that no result can be. */
  boolean isExact(KnownSites sites) {
    return addresses().findAny().isPresent()
        || names().stream().anyMatch(name -> sites.find(name).isPresent());
  }

  /** Whether it calls the well-known site at this address by one of its names. */
  boolean calls(WebAddress address, KnownSites sites) {
    return sites.isNamedIn(said(), address.toString());
  }

  /** Whether a list of things to open may go on with it. */
  boolean mayFollowInAList() {
    return !tokens.isEmpty()
        && tokens.size() <= LONGEST_IN_A_LIST
        && !Openings.isAt(0, words())
        && !Lexicon.OTHER_WISHES.contains(words().get(0));
  }

  /** Whether it is called this: as one word, or as several in a row without spaces. */
  boolean isCalled(String name) {
    return names().stream().map(each -> each.replace(" ", "")).anyMatch(name::equals);
  }

  /** What it may be called; a name is all of it and not a word out of its middle. */
  private Set<String> names() {
    String said = said();
    Set<String> names = new LinkedHashSet<>(bareNames(said));
    for (Pattern form : List.of(SITE_OF, PAGE_OF)) {
      Matcher matcher = form.matcher(said);
      if (matcher.matches()) {
        names.addAll(bareNames(matcher.group("owner")));
      }
    }
    return names;
  }

  private static Set<String> bareNames(String said) {
    List<String> words =
        Tokens.split(said).stream().takeWhile(word -> !Lexicon.NAME_ENDS.contains(word)).toList();
    List<String> begun = words.stream().dropWhile(Lexicon.AROUND_NAMES::contains).toList();
    int end = begun.size();
    while (end > 0 && Lexicon.AROUND_NAMES.contains(begun.get(end - 1))) {
      end--;
    }
    List<String> name = begun.subList(0, end);
    boolean telling = end <= LONGEST_NAME && !Lexicon.COMMON.containsAll(name);
    String joined = String.join(" ", name);
    return telling ? Set.of(joined, "the " + joined) : Set.of();
  }

  private String said() {
    return String.join(" ", words());
  }
}
