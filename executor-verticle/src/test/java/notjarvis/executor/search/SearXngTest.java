package notjarvis.executor.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import notjarvis.action.Observation;
import notjarvis.action.SearchResult;
import notjarvis.testing.SearchReply;
import notjarvis.testing.SearchTrouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SearXngTest {

  @Test
  void itAsksForJson() {
    try (Searching searching = Searching.withSearXng()) {
      searching.observe("MIT website");

      assertThat(searching.standIn.requests().get(0).query())
          .containsAllEntriesOf(Map.of("q", "MIT website", "format", "json"));
    }
  }

  @Test
  void aServiceThatDoesNotSpeakJsonIsToldHowTo() {
    try (Searching searching = Searching.withSearXng()) {
      searching.standIn.next(SearchTrouble.JSON_NOT_ENABLED);

      assertThat(searching.observe("MIT").text())
          .isEqualTo(
              "SearXNG does not answer in JSON: "
                  + "add \"json\" to search.formats in its settings.yml.");
    }
  }

  @Test
  void anAddressWithoutASearXngNamesTheSettingToCheck() {
    try (Searching searching = Searching.with(Map.of("SEARXNG_URL", "STAND-IN/nowhere"))) {
      assertThat(searching.observe("MIT").text())
          .isEqualTo("SearXNG was not found there: check SEARXNG_URL.");
    }
  }

  @Test
  void itsLimiterIsNamed() {
    try (Searching searching = Searching.withSearXng()) {
      searching.standIn.next(SearchTrouble.QUOTA, SearchTrouble.QUOTA, SearchTrouble.QUOTA);

      assertThat(searching.observe("MIT").text()).contains("check its limiter");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"[\"It is 42.\"]", "[{\"answer\":\"It is 42.\",\"url\":null}]"})
  void answersOfOldAndNewVersionsAreQuoted(String answers) {
    Observation observation =
        answered("{\"results\":[],\"answers\":" + answers + ",\"unresponsive_engines\":[]}");

    assertThat(observation.quote()).isEqualTo("It is 42.");
  }

  @Test
  void theOfficialSiteOfAnInfoboxComesFirst() {
    Observation observation =
        answered(
            "{\"results\":[{\"title\":\"Page\",\"url\":\"https://page.example/\"}],"
                + "\"infoboxes\":[{\"infobox\":\"Known\",\"content\":\"A thing\",\"urls\":["
                + "{\"title\":\"Wikipedia\",\"url\":\"https://wikipedia.example/\"},"
                + "{\"title\":\"Official\",\"url\":\"https://known.example/\",\"official\":true}"
                + "]}]}");

    assertThat(observation.results())
        .containsExactly(
            new SearchResult(1, "Known", "https://known.example/", "A thing"),
            new SearchResult(2, "Page", "https://page.example/", ""));
  }

  @Test
  void nothingFoundByEnginesThatDidNotAnswerIsAFailure() {
    Observation observation =
        answered("{\"results\":[],\"unresponsive_engines\":[[\"google\",\"timeout\"]]}");

    assertThat(observation.succeeded()).isFalse();
    assertThat(observation.text())
        .isEqualTo("SearXNG got no answer from the search engines behind it.");
  }

  @Test
  void someEnginesThatDidNotAnswerDoNoHarm() {
    Observation observation =
        answered(
            "{\"results\":[{\"title\":\"Page\",\"url\":\"https://page.example/\"}],"
                + "\"unresponsive_engines\":[[\"google\",\"timeout\"]]}");

    assertThat(observation.results()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"results\":{}}'",
    "'[]'",
    "'{\"results\":[{\"url\":'",
    "'null'",
    "''",
  })
  void whatIsNotItsAnswerIsNotUnderstood(String body) {
    Observation observation = answered(body);

    assertThat(observation.succeeded()).isFalse();
    assertThat(observation.text()).contains("answered in a form that I do not know");
  }

  private static Observation answered(String body) {
    try (Searching searching = Searching.withSearXng()) {
      searching.standIn.next(SearchReply.json(200, body));
      return searching.observe("it");
    }
  }
}
