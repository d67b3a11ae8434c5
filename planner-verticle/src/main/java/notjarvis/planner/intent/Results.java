package notjarvis.planner.intent;

import com.google.common.net.InternetDomainName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import notjarvis.action.SearchResult;
import notjarvis.web.WebAddress;

/**
 * What one search has found.
 *
 * @param query what was searched for
 * @param list the results in their order; their numbers may begin anywhere
 */
record Results(String query, List<SearchResult> list) {
  private static final int LONGEST_TITLE = 100;
  private static final int LONGEST_ADDRESS = 200;
  private static final int SHOWN = 10;
  private static final List<String> PLACES =
      List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth");
  private static final Set<String> NO_NAME =
      Set.of(
          "the",
          "a",
          "an",
          "official",
          "website",
          "site",
          "homepage",
          "home",
          "page",
          "webpage",
          "web");

  Results {
    list = List.copyOf(list);
  }

  /** The one on the site of what was asked for, else the first. There has to be one. */
  SearchResult best() {
    return first(names()).orElse(list.get(0));
  }

  /** The one on the site that is clearly called this; no single word of it is enough. */
  Optional<SearchResult> called(String name) {
    return first(wholeNames(words(name)));
  }

  private Optional<SearchResult> first(Set<String> names) {
    return list.stream()
        .filter(result -> label(result).filter(names::contains).isPresent())
        .findFirst();
  }

  /** What the host of a site with this name would be called. */
  private Set<String> names() {
    List<String> words = words(query);
    Set<String> names = new HashSet<>(words.size() <= 2 ? words : List.of());
    names.addAll(wholeNames(words));
    return names;
  }

  private static Set<String> wholeNames(List<String> words) {
    String joined = String.join("", words);
    return words.size() > 2 ? Set.copyOf(List.of(joined, initials(words))) : Set.of(joined);
  }

  private static List<String> words(String text) {
    return Sentence.of(text).words().stream()
        .map(Word::key)
        .filter(key -> !NO_NAME.contains(key))
        .map(key -> key.replaceAll("[^\\p{L}\\p{N}]", ""))
        .filter(key -> !key.isEmpty())
        .toList();
  }

  private static String initials(List<String> words) {
    return words.stream()
        .filter(word -> !Set.of("of", "and", "for", "in").contains(word))
        .map(word -> word.substring(0, 1))
        .collect(Collectors.joining());
  }

  private static Optional<String> label(SearchResult result) {
    try {
      InternetDomainName host = InternetDomainName.from(WebAddress.parse(result.url()).host());
      return host.isUnderRegistrySuffix()
          ? Optional.of(host.topDomainUnderRegistrySuffix().parts().get(0).replace("-", ""))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The result at this place of the list, from 1. */
  Optional<SearchResult> at(int place) {
    return place >= 1 && place <= list.size() ? Optional.of(list.get(place - 1)) : Optional.empty();
  }

  /** "the first result for "MIT website"". */
  String placeOf(SearchResult result) {
    int place = list.indexOf(result);
    String which = place < PLACES.size() ? "the " + PLACES.get(place) + " result" : "a result";
    return which + " for \"" + shownQuery() + "\"";
  }

  /** The numbered list for the person, with the offer to open one. */
  String shown() {
    String lines = list.stream().limit(SHOWN).map(Results::line).collect(Collectors.joining("\n"));
    return "This is what I found for \""
        + shownQuery()
        + "\":\n"
        + lines
        + "\nSay \"open number "
        + list.get(0).number()
        + "\" to open it, or the number of another one.";
  }

  String shownQuery() {
    return Phrases.clean(query, LONGEST_TITLE).replace('"', '\'');
  }

  private static String line(SearchResult result) {
    return result.number() + ". " + title(result) + " \u2013 " + address(result.url());
  }

  /** "Title (address)". */
  static String named(SearchResult result) {
    return title(result) + " (" + address(result.url()) + ")";
  }

  static String address(String url) {
    return Phrases.clean(url, LONGEST_ADDRESS);
  }

  private static String title(SearchResult result) {
    String title = Phrases.clean(result.title(), LONGEST_TITLE);
    return title.isEmpty() ? "Untitled" : title;
  }
}
