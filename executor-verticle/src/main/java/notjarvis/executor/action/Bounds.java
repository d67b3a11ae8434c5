package notjarvis.executor.action;

import java.util.List;
import java.util.regex.Pattern;
import notjarvis.action.Observation;
import notjarvis.action.SearchResult;
import org.jspecify.annotations.Nullable;

/** How much an observation may say, and which characters never leave the executor. */
final class Bounds {
  private static final int TEXT = 4_000;
  private static final int RESULTS = 10;
  private static final int TITLE = 200;
  private static final int SNIPPET = 500;
  private static final int QUOTE = 2_000;

  /**
   * Control characters drive terminals, marks of direction make text read as what it is not, and
   * half of a surrogate pair cannot be written as UTF-8.
   */
  private static final Pattern UNSAFE =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069&&[^\\n\\t]]");

  private Bounds() {}

  static Observation of(Observation observation) {
    List<SearchResult> results = observation.results();
    return new Observation(
        observation.status(),
        cut(observation.text(), TEXT),
        results.stream().limit(RESULTS).map(Bounds::of).toList(),
        cutOrNull(observation.quote(), QUOTE),
        observation.opened(),
        observation.file(),
        observation.searched(),
        observation.blob());
  }

  private static SearchResult of(SearchResult result) {
    return new SearchResult(
        result.number(), cut(result.title(), TITLE), result.url(), cut(result.snippet(), SNIPPET));
  }

  private static @Nullable String cutOrNull(@Nullable String text, int most) {
    return text == null ? null : cut(text, most);
  }

  private static String cut(String text, int most) {
    String clean = UNSAFE.matcher(text).replaceAll("");
    if (clean.length() <= most) {
      return clean;
    }
    int end = Character.isHighSurrogate(clean.charAt(most - 2)) ? most - 2 : most - 1;
    return clean.substring(0, end) + "…";
  }
}
