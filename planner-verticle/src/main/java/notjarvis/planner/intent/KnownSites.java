package notjarvis.planner.intent;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Well-known websites and what people call them. The list is part of the product, so its addresses
 * are to be trusted like code.
 */
public final class KnownSites {
  private static final int LONGEST_NAME = 5;

  private final Map<String, Site> sites = new HashMap<>();

  /**
   * A website.
   *
   * @param name as it is written
   * @param address an https address
   */
  record Site(String name, String address) {}

  public KnownSites() {
    Lines.of("/sites/known-sites.txt").forEach(this::read);
  }

  private void read(String line) {
    String[] parts = line.split("\\s+", 2);
    String[] names = parts[1].split("\\s*,\\s*", -1);
    for (String name : names) {
      Site site = new Site(names[0], parts[0]);
      if (sites.put(Sentence.of(name).keys(), site) != null) {
        throw new IllegalStateException("two known sites are called " + name);
      }
    }
  }

  /** The address of the site that people call this, whatever its case and punctuation. */
  public Optional<String> address(String name) {
    return find(Sentence.of(name)).map(Site::address);
  }

  /** Whether these words name the site that is known at exactly this address. */
  public boolean isNamedIn(String words, String address) {
    Sentence sentence = Sentence.of(words);
    for (int from = 0; from < sentence.size(); from++) {
      int longest = Math.min(sentence.size(), from + LONGEST_NAME);
      for (int to = from + 1; to <= longest; to++) {
        if (find(sentence.part(from, to)).filter(s -> s.address().equals(address)).isPresent()) {
          return true;
        }
      }
    }
    return false;
  }

  Optional<Site> find(Sentence name) {
    return Optional.ofNullable(sites.get(name.keys()));
  }
}
