package notjarvis.executor.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import notjarvis.action.Observation;
import notjarvis.action.SearchResult;
import notjarvis.testing.SearchReply;
import notjarvis.testing.SearchStandIn;
import notjarvis.testing.SearchTrouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SerpApiTest {
  private static final String SUCCESS = "\"search_metadata\":{\"status\":\"Success\"}";
  private static final String PAGE =
      "\"organic_results\":[{\"position\":1,\"title\":\"Page\",\"link\":\"https://page.example/\"}]";

  @Test
  void itAsksForGoogleWithTheKeyInTheQuery() {
    try (Searching searching = Searching.withSerpApi()) {
      Observation observation = searching.observe("MIT website");

      assertThat(observation.results().get(0).url()).isEqualTo("https://web.mit.edu/");
      assertThat(searching.standIn.requests().get(0).query())
          .containsAllEntriesOf(
              Map.of("engine", "google", "q", "MIT website", "api_key", SearchStandIn.KEY));
    }
  }

  @Test
  void theOfficialSiteComesFirstThenPlacesThenPages() {
    Observation observation =
        answered(
            "{"
                + SUCCESS
                + ",\"local_results\":{\"places\":["
                + "{\"title\":\"Place\",\"address\":\"1 Road\","
                + "\"links\":{\"website\":\"https://place.example/\"}},"
                + "{\"title\":\"No site\"}]},"
                + "\"knowledge_graph\":{\"title\":\"Known\",\"description\":\"A thing\","
                + "\"website\":\"https://known.example/\"},"
                + PAGE
                + "}");

    assertThat(observation.results())
        .containsExactly(
            new SearchResult(1, "Known", "https://known.example/", "A thing"),
            new SearchResult(2, "Place", "https://place.example/", "1 Road"),
            new SearchResult(3, "Page", "https://page.example/", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"local_results\":[{\"title\":\"P\",\"website\":\"https://place.example/\"}]",
        "\"local_results\":[{\"title\":\"P\",\"links\":{\"website\":\"https://place.example/\"}}]",
        "\"place_results\":{\"title\":\"P\",\"website\":\"https://place.example/\"}"
      })
  void placesAreReadInAllTheirShapes(String places) {
    Observation observation = answered("{" + SUCCESS + "," + places + "}");

    assertThat(observation.results())
        .extracting(SearchResult::url)
        .containsExactly("https://place.example/");
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"answer\":\"42\"}', 42",
    "'{\"snippet\":\"It is 42\"}', It is 42",
    "'{\"type\":\"calculator\",\"result\":42}', 42"
  })
  void theAnswerBoxIsQuoted(String box, String quote) {
    Observation observation = answered("{" + SUCCESS + ",\"answer_box\":" + box + "," + PAGE + "}");

    assertThat(observation.quote()).isEqualTo(quote);
    assertThat(observation.text()).isEqualTo("Found 1 result for “it”.");
  }

  @Test
  void anAnswerWithoutAPageIsAnAnswer() {
    Observation observation = answered("{" + SUCCESS + ",\"answer_box\":{\"answer\":\"42\"}}");

    assertThat(observation.succeeded()).isTrue();
    assertThat(observation.text()).isEqualTo("An answer but no page was found for “it”.");
  }

  @Test
  void noHitsAreASuccess() {
    try (Searching searching = Searching.withSerpApi()) {
      Observation observation = searching.observe("qwertyuiop");

      assertThat(observation.succeeded()).isTrue();
      assertThat(observation.text()).isEqualTo("Nothing was found for “qwertyuiop”.");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"search_metadata\":{\"status\":\"Processing\"}}",
        "{" + SUCCESS + ",\"error\":\"Something broke\"}"
      })
  void anUnfinishedSearchIsAFailure(String body) {
    Observation observation = answered(body);

    assertThat(observation.succeeded()).isFalse();
    assertThat(observation.text()).isEqualTo("SerpApi did not finish the search.");
  }

  @Test
  void aWrongKeyNamesTheKeyToCheck() {
    try (Searching searching =
        Searching.with(Map.of("SERPAPI_API_KEY", "wrong", "SERPAPI_BASE_URL", "STAND-IN"))) {
      assertThat(searching.observe("MIT").text())
          .isEqualTo("SerpApi refused the key: check SERPAPI_API_KEY.");
    }
  }

  @Test
  void aUsedUpQuotaIsSaidInWords() {
    try (Searching searching = Searching.withSerpApi()) {
      searching.standIn.next(SearchTrouble.QUOTA, SearchTrouble.QUOTA, SearchTrouble.QUOTA);

      assertThat(searching.observe("MIT").text())
          .isEqualTo("SerpApi allows no more searches for now: its limit is reached.");
    }
  }

  @Test
  void anyOtherRefusalIsToldByItsStatus() {
    try (Searching searching = Searching.withSerpApi()) {
      searching.standIn.next(SearchReply.json(410, "{\"error\":\"Gone\"}"));

      assertThat(searching.observe("MIT").text())
          .isEqualTo("SerpApi refused the search (HTTP 410).");
    }
  }

  private static Observation answered(String body) {
    try (Searching searching = Searching.withSerpApi()) {
      searching.standIn.next(SearchReply.json(200, body));
      return searching.observe("it");
    }
  }
}
