package notjarvis.executor.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import notjarvis.action.SearchResult;
import notjarvis.web.WebAddress;

/** Makes numbered results of what was found: web addresses alone, each of them once. */
final class Results {
  private static final int MOST = 8;

  private Results() {}

  static List<SearchResult> of(List<Hit> hits) {
    List<SearchResult> results = new ArrayList<>();
    Set<WebAddress> seen = new HashSet<>();
    for (Hit hit : hits) {
      Optional<WebAddress> address = address(hit.url());
      if (results.size() < MOST && address.isPresent() && seen.add(address.get())) {
        results.add(result(results.size() + 1, hit, address.get()));
      }
    }
    return results;
  }

  private static Optional<WebAddress> address(String url) {
    try {
      return Optional.of(WebAddress.parse(url.strip()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static SearchResult result(int number, Hit hit, WebAddress address) {
    String title = PlainText.ofHtml(hit.title());
    return new SearchResult(
        number,
        title.isEmpty() ? address.host() : title,
        address.toString(),
        PlainText.ofHtml(hit.snippet()));
  }
}
