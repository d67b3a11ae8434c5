package notjarvis.executor.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import notjarvis.action.Observation;
import notjarvis.testing.SearchReply;
import notjarvis.testing.SearchRequest;
import notjarvis.testing.SearchStandIn;
import notjarvis.testing.SearchTrouble;
import org.junit.jupiter.api.Test;

final class TavilyTest {

  @Test
  void itPostsTheQueryWithTheKeyAsBearer() {
    try (Searching searching = Searching.withTavily()) {
      Observation observation = searching.observe("MIT website");

      SearchRequest request = searching.standIn.requests().get(0);
      assertThat(observation.results().get(0).url()).isEqualTo("https://web.mit.edu/");
      assertThat(request.header("authorization")).isEqualTo("Bearer " + SearchStandIn.KEY);
      assertThat(request.header("x-tavily-access-mode")).isNull();
      assertThat(new JsonObject(request.body()))
          .isEqualTo(
              new JsonObject()
                  .put("query", "MIT website")
                  .put("search_depth", "basic")
                  .put("max_results", 8)
                  .put("include_answer", "basic"));
    }
  }

  @Test
  void withoutAKeyItSaysSoInAHeader() {
    try (Searching searching = Searching.withKeylessTavily()) {
      Observation observation = searching.observe("MIT website");

      SearchRequest request = searching.standIn.requests().get(0);
      assertThat(observation.succeeded()).isTrue();
      assertThat(request.header("authorization")).isNull();
      assertThat(request.header("x-tavily-access-mode")).isEqualTo("keyless");
    }
  }

  @Test
  void itsAnswerIsQuoted() {
    try (Searching searching = Searching.withTavily()) {
      searching.standIn.next(
          SearchReply.json(
              200,
              "{\"answer\":\"It is 42.\",\"results\":"
                  + "[{\"title\":\"T\",\"url\":\"https://page.example\",\"content\":\"C\"}]}"));

      assertThat(searching.observe("it").quote()).isEqualTo("It is 42.");
    }
  }

  @Test
  void aWrongKeyNamesTheKeyToCheck() {
    try (Searching searching =
        Searching.with(Map.of("TAVILY_API_KEY", "wrong", "TAVILY_BASE_URL", "STAND-IN"))) {
      assertThat(searching.observe("MIT").text())
          .isEqualTo("Tavily refused the key: check TAVILY_API_KEY.");
    }
  }

  @Test
  void aRefusalWithoutAKeyAsksForOne() {
    try (Searching searching = Searching.withKeylessTavily()) {
      searching.standIn.next(SearchReply.json(401, "{\"detail\":{\"error\":\"Unauthorized\"}}"));

      assertThat(searching.observe("MIT").text())
          .isEqualTo("Tavily without a key asks for a key: set TAVILY_API_KEY.");
    }
  }

  @Test
  void aUsedUpPlanIsNotTriedAgain() {
    try (Searching searching = Searching.withTavily()) {
      searching.standIn.next(SearchTrouble.QUOTA);

      assertThat(searching.observe("MIT").text())
          .isEqualTo("Tavily allows no more searches: the plan is used up.");
      assertThat(searching.standIn.requests()).hasSize(1);
    }
  }

  @Test
  void theSharedLimitSaysWhenToComeAgainAndIsRespected() {
    try (Searching searching = Searching.withKeylessTavily()) {
      searching.standIn.next(SearchTrouble.QUOTA);

      assertThat(searching.observe("MIT").text())
          .contains("try again in 60 seconds", "set TAVILY_API_KEY");
      assertThat(searching.standIn.requests()).hasSize(1);
    }
  }

  @Test
  void aRateLimitIsTriedAgain() {
    try (Searching searching = Searching.withTavily()) {
      searching.standIn.next(SearchReply.json(429, "{\"detail\":{\"error\":\"Too many\"}}"));

      assertThat(searching.observe("MIT").succeeded()).isTrue();
      assertThat(searching.standIn.requests()).hasSize(2);
    }
  }

  @Test
  void anAnswerWithoutResultsIsNotUnderstood() {
    try (Searching searching = Searching.withTavily()) {
      searching.standIn.next(SearchReply.json(200, "{}"));

      assertThat(searching.observe("MIT").text()).contains("answered in a form that I do not know");
    }
  }

  @Test
  void noHitsAreASuccess() {
    try (Searching searching = Searching.withTavily()) {
      searching.standIn.next(SearchTrouble.NO_HITS);

      assertThat(searching.observe("MIT").text()).isEqualTo("Nothing was found for “MIT”.");
    }
  }
}
