package notjarvis.journal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import notjarvis.action.Observation;
import notjarvis.action.SearchResult;
import org.jspecify.annotations.Nullable;

/**
 * What a thread has found and opened: what "it" and "the second one" stand for.
 *
 * @param results the numbered results that "the second one" refers to
 * @param query what the last search was for; null when there was none
 * @param opened the web addresses that were opened here, newest first
 * @param openedSince whether the newest of them was opened since the last search
 */
public record Known(
    List<SearchResult> results, @Nullable String query, List<String> opened, boolean openedSince) {
  /** Nothing was found or opened yet. */
  public static final Known NOTHING = new Known(List.of(), null, List.of(), false);

  private static final int OPENED_KEPT = 10;

  public Known {
    results = List.copyOf(results);
    opened = List.copyOf(opened);
  }

  /** The address that was opened last, if nothing was searched for since. */
  public Optional<String> inFocus() {
    return openedSince ? opened.stream().findFirst() : Optional.empty();
  }

  /**
   * What is known after one more step.
   *
   * @param seen what came of the step, its results numbered as they are in the run
   * @param earlier what the run had found before
   * @param sought what the step searched for, if it did
   */
  public Known after(Observation seen, List<SearchResult> earlier, @Nullable String sought) {
    boolean searched = Boolean.TRUE.equals(seen.searched()) || !seen.results().isEmpty();
    List<SearchResult> all = Stream.concat(earlier.stream(), seen.results().stream()).toList();
    Known found = searched ? new Known(all, sought, opened, false) : this;
    String url = seen.opened();
    return url == null ? found : found.opened(url);
  }

  private Known opened(String url) {
    List<String> newestFirst =
        Stream.concat(Stream.of(url), opened.stream()).distinct().limit(OPENED_KEPT).toList();
    return new Known(results, query, newestFirst, true);
  }
}
