package notjarvis.planner.intent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import notjarvis.action.SearchResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ResultsTest {

  @ParameterizedTest
  @CsvSource({
    "MIT website, https://en.wikipedia.org/wiki/MIT, https://web.mit.edu/, 2",
    "stack overflow official website, https://example.com/, https://stackoverflow.com/, 2",
    "Massachusetts Institute of Technology website, https://example.com/, https://web.mit.edu/, 2",
    "rolls royce website, https://example.com/, https://www.rolls-royce.com/, 2",
    "MIT website, https://mit.github.io/, https://web.mit.edu/, 2",
    "MIT website, https://mit.evil.com/, https://example.com/, 1",
    "best pizza in new york, https://example.com/, https://pizza.com/, 1",
    "the website, https://example.com/, https://web.mit.edu/, 1",
    "localhost website, https://10.0.0.1/, http://localhost/, 1",
  })
  void theResultOnTheSiteOfThatNameIsTheBest(
      String query, String first, String second, int expected) {
    Results results = new Results(query, results(List.of(first, second)));

    assertThat(results.best().number()).isEqualTo(expected);
  }

  private static List<SearchResult> results(List<String> addresses) {
    List<SearchResult> results = new ArrayList<>();
    addresses.forEach(url -> results.add(new SearchResult(results.size() + 1, "A title", url, "")));
    return results;
  }
}
