package notjarvis.planner.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import notjarvis.action.Observation;
import notjarvis.action.SearchResult;
import notjarvis.journal.RunState;
import notjarvis.journal.Step;
import notjarvis.journal.ThreadState;
import notjarvis.web.WebAddress;

/**
 * The web addresses that a thread has found and opened so far.
 *
 * @param run what was known before, and was found since, the words at hand
 */
record KnownAddresses(ThreadState thread, RunState run) {

  /** Whether this address was found or opened here. */
  boolean have(WebAddress address) {
    return isAmong(thread.results().stream(), address)
        || thread.opened().stream().flatMap(KnownAddresses::parsed).anyMatch(address::equals);
  }

  /**
   * Whether this address is among the results that are picked. The numbers are those that the
   * person has seen; only of a search that they asked for they may be the numbers to come.
   */
  boolean havePicked(Picks picks, WebAddress address, boolean searchIsAskedFor) {
    return isAmong(at(picks, seen()), address)
        || (searchIsAskedFor && isAmong(foundMeanwhile(picks), address));
  }

  /** Before those words: what was found since, nobody has seen yet. */
  private List<SearchResult> seen() {
    return run.before().results();
  }

  /** By the numbers of the whole run, and by the places in its last search. */
  private Stream<SearchResult> foundMeanwhile(Picks picks) {
    List<Observation> searches = searches();
    return searches.isEmpty()
        ? Stream.empty()
        : Stream.concat(
            picked(picks, thread.results()),
            at(picks, searches.get(searches.size() - 1).results()));
  }

  private static Stream<SearchResult> picked(Picks picks, List<SearchResult> results) {
    return results.stream().filter(result -> picks.numbers().contains(result.number()));
  }

  /** By their places in one search, whatever their numbers are. */
  private static Stream<SearchResult> at(Picks picks, List<SearchResult> results) {
    List<SearchResult> meant =
        new ArrayList<>(
            picks.numbers().stream()
                .filter(place -> place >= 1 && place <= results.size())
                .map(place -> results.get(place - 1))
                .toList());
    if (picks.last() && !results.isEmpty()) {
      meant.add(results.get(results.size() - 1));
    }
    return meant.stream();
  }

  private List<Observation> searches() {
    return run.executorMemory().stream()
        .map(Step::observation)
        .filter(Objects::nonNull)
        .filter(seen -> Boolean.TRUE.equals(seen.searched()) || !seen.results().isEmpty())
        .toList();
  }

  private static boolean isAmong(Stream<SearchResult> results, WebAddress address) {
    return results.map(SearchResult::url).flatMap(KnownAddresses::parsed).anyMatch(address::equals);
  }

  private static Stream<WebAddress> parsed(String url) {
    return SpokenAddress.in(url).stream();
  }
}
