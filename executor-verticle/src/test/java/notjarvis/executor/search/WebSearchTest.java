package notjarvis.executor.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import notjarvis.action.Effect;
import notjarvis.action.Observation;
import notjarvis.action.Place;
import notjarvis.action.SearchResult;
import notjarvis.config.Settings;
import notjarvis.testing.SearchHit;
import notjarvis.testing.SearchReply;
import notjarvis.testing.SearchRequest;
import notjarvis.testing.SearchStandIn;
import notjarvis.testing.SearchTrouble;
import org.junit.jupiter.api.Test;

final class WebSearchTest {
  private static final Map<String, String> ALL_FOUR =
      Map.of(
          "SERPAPI_API_KEY", SearchStandIn.KEY,
          "SERPAPI_BASE_URL", "STAND-IN",
          "TAVILY_API_KEY", SearchStandIn.KEY,
          "TAVILY_BASE_URL", "STAND-IN",
          "TAVILY_KEYLESS", "on",
          "SEARXNG_URL", "STAND-IN");

  @Test
  void itIsPureRunsOnTheServerAndTakesAQuery() {
    try (Searching searching = Searching.with(Map.of())) {
      assertThat(WebSearch.open(searching.vertx, noServices()).spec())
          .satisfies(
              spec -> {
                assertThat(spec.name()).isEqualTo("search");
                assertThat(spec.effect()).isEqualTo(Effect.PURE);
                assertThat(spec.place()).isEqualTo(Place.SERVER);
                assertThat(spec.fault(Map.of())).contains("search needs \"query\"");
                assertThat(spec.fault(Map.of("query", "cats"))).isEmpty();
              });
    }
  }

  private static Settings.Search noServices() {
    return Settings.read(Map.of()).executor().search();
  }

  @Test
  void withoutAServiceItSaysWhatToSet() {
    try (Searching searching = Searching.with(Map.of())) {
      Observation observation = searching.observe("cats");

      assertThat(observation.succeeded()).isFalse();
      assertThat(observation.text()).contains("SERPAPI_API_KEY", "TAVILY_API_KEY", "SEARXNG_URL");
    }
  }

  @Test
  void aBlankQueryIsRefusedWithoutAskingAnyone() {
    try (Searching searching = Searching.withSearXng()) {
      assertThat(searching.observe(" \t ").text()).isEqualTo("Tell me what to search for.");
      assertThat(searching.standIn.requests()).isEmpty();
    }
  }

  @Test
  void aQueryOfFourHundredCharactersIsAskedAndALongerOneIsNot() {
    try (Searching searching = Searching.withSearXng()) {
      assertThat(searching.observe("x".repeat(400)).succeeded()).isTrue();
      Observation longer = searching.observe("x".repeat(401));

      assertThat(longer.succeeded()).isFalse();
      assertThat(longer.text()).contains("400 characters");
      assertThat(searching.standIn.requests()).hasSize(1);
    }
  }

  @Test
  void theQueryIsAskedInOneLineWithoutBlanksAroundIt() {
    try (Searching searching = Searching.withSearXng()) {
      searching.observe("  cats\n& dogs+\u0007? ");

      assertThat(searching.standIn.requests().get(0).query()).containsEntry("q", "cats & dogs+ ?");
    }
  }

  @Test
  void theWebsiteOfMitIsFoundAndNumbered() {
    try (Searching searching = Searching.withSearXng()) {
      Observation observation = searching.observe("MIT website");

      assertThat(observation.succeeded()).isTrue();
      assertThat(observation.text()).isEqualTo("Found 3 results for “MIT website”.");
      assertThat(observation.results()).extracting(SearchResult::number).containsExactly(1, 2, 3);
      assertThat(observation.results().get(0).url()).isEqualTo("https://web.mit.edu/");
    }
  }

  @Test
  void onlyWebAddressesBecomeResultsEachOnceAndEightAtMost() {
    try (Searching searching = Searching.withSearXng()) {
      List<SearchHit> many =
          IntStream.rangeClosed(1, 9).mapToObj(n -> hit("https://cats.example/" + n)).toList();
      searching.standIn.find(
          "cats",
          Stream.concat(
                  Stream.of(
                      hit("javascript:alert(1)"),
                      hit("ftp://cats.example/"),
                      hit("https://me@cats.example/"),
                      hit("HTTPS://Cats.example/1")),
                  many.stream())
              .toArray(SearchHit[]::new));

      Observation observation = searching.observe("cats");

      assertThat(observation.results())
          .extracting(SearchResult::url)
          .containsExactlyElementsOf(many.stream().limit(8).map(SearchHit::url).toList());
    }
  }

  private static SearchHit hit(String url) {
    return new SearchHit("Cats", url, "About cats");
  }

  @Test
  void theFirstConfiguredServiceIsAskedAndNoOther() {
    try (Searching searching = Searching.with(ALL_FOUR)) {
      searching.observe("MIT");

      assertThat(searching.standIn.requests())
          .extracting(SearchRequest::path)
          .containsExactly("/search.json");
    }
  }

  @Test
  void eachServiceThatFailsIsFollowedByTheNextOne() {
    try (Searching searching = Searching.with(ALL_FOUR)) {
      searching.standIn.next(
          SearchReply.json(401, "{\"error\":\"Invalid API key.\"}"),
          SearchReply.json(432, "{\"detail\":{\"error\":\"plan limit\"}}"),
          SearchReply.html(403, "Forbidden"));

      Observation observation = searching.observe("MIT");

      assertThat(observation.succeeded()).isTrue();
      assertThat(observation.results()).isNotEmpty();
      assertThat(searching.standIn.requests())
          .extracting(request -> request.method() + " " + request.path())
          .containsExactly("GET /search.json", "POST /search", "GET /search", "POST /search");
      assertThat(searching.standIn.requests().get(3).header("x-tavily-access-mode"))
          .isEqualTo("keyless");
    }
  }

  @Test
  void whenAllFailTheObservationSaysWhatIsWrongWithEach() {
    try (Searching searching = Searching.with(ALL_FOUR)) {
      searching.standIn.next(
          SearchReply.json(401, "{\"error\":\"Invalid API key.\"}"),
          SearchReply.json(433, "{\"detail\":{\"error\":\"plan limit\"}}"),
          SearchReply.html(403, "Forbidden"));
      searching.standIn.next(SearchTrouble.QUOTA);

      Observation observation = searching.observe("MIT");

      assertThat(observation.succeeded()).isFalse();
      assertThat(observation.text())
          .isEqualTo(
              "SerpApi refused the key: check SERPAPI_API_KEY. "
                  + "Tavily allows no more searches: the plan is used up. "
                  + "SearXNG does not answer in JSON: add \"json\" to search.formats in its "
                  + "settings.yml. "
                  + "Tavily without a key allows no more searches for now: "
                  + "try again in 60 seconds, or set TAVILY_API_KEY.");
    }
  }

  @Test
  void toFindNothingIsNoReasonToAskAnotherService() {
    try (Searching searching = Searching.with(ALL_FOUR)) {
      Observation observation = searching.observe("qwertyuiop");

      assertThat(observation.succeeded()).isTrue();
      assertThat(observation.results()).isEmpty();
      assertThat(observation.text()).isEqualTo("Nothing was found for “qwertyuiop”.");
      assertThat(searching.standIn.requests()).hasSize(1);
    }
  }
}
