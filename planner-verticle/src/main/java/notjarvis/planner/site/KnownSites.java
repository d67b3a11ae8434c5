package notjarvis.planner.site;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import notjarvis.planner.resource.Lines;

/**
 * Well-known websites and what people call them. The list is part of the product, so its addresses
 * are to be trusted like code.
 */
public final class KnownSites {
  private static final int LONGEST_NAME = 5;
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern AROUND_WORDS =
      Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");
  private static final Pattern APOSTROPHES = Pattern.compile("['\u2018\u2019]");

  private final Map<String, Site> sites = new HashMap<>();

  public KnownSites() {
    Lines.of("/sites/known-sites.txt").forEach(this::read);
  }

  private void read(String line) {
    String[] parts = line.split("\\s+", 2);
    String[] names = parts[1].split("\\s*,\\s*", -1);
    for (String name : names) {
      if (sites.put(key(words(name)), new Site(names[0], parts[0])) != null) {
        throw new IllegalStateException("two known sites are called " + name);
      }
    }
  }

  /** The site that people call this, whatever its case and punctuation. */
  public Optional<Site> find(String name) {
    return find(words(name));
  }

  private Optional<Site> find(List<String> name) {
    return Optional.ofNullable(sites.get(key(name)));
  }

  /** Whether these words name, somewhere, the site that is known at exactly this address. */
  public boolean isNamedIn(String text, String address) {
    List<String> words = words(text);
    return IntStream.range(0, words.size())
        .anyMatch(from -> isNamedAtStart(words.subList(from, words.size()), address));
  }

  private boolean isNamedAtStart(List<String> words, String address) {
    return IntStream.rangeClosed(1, Math.min(words.size(), LONGEST_NAME))
        .mapToObj(length -> find(words.subList(0, length)))
        .flatMap(Optional::stream)
        .anyMatch(site -> site.address().equals(address));
  }

  private static String key(List<String> name) {
    return String.join(" ", name);
  }

  private static List<String> words(String text) {
    return SPACES
        .splitAsStream(text.strip())
        .map(word -> AROUND_WORDS.matcher(word).replaceAll(""))
        .map(word -> APOSTROPHES.matcher(word).replaceAll("").toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
