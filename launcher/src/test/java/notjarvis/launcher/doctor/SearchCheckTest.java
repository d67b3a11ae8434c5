package notjarvis.launcher.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import notjarvis.config.Settings;
import notjarvis.launcher.client.FakeServer;
import notjarvis.launcher.doctor.Finding.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchCheckTest {
  @Test
  void noneIsNotSet() throws Exception {
    assertThat(look(Map.of())).extracting(Finding::state).containsExactly(State.ABSENT);
  }

  @ParameterizedTest
  @CsvSource({
    "200, WORKS, takes the key",
    "401, BROKEN, SERPAPI_API_KEY",
    "503, BROKEN, status 503",
  })
  void serpApiIsAskedForTheAccount(int status, State state, String text) throws Exception {
    try (FakeServer fake = FakeServer.answering(status, "{}")) {
      String base = fake.address().toString();

      List<Finding> findings =
          look(Map.of("SERPAPI_API_KEY", "s3cret key", "SERPAPI_BASE_URL", base));

      assertThat(findings).extracting(Finding::state).containsExactly(state);
      assertThat(findings.get(0).text()).contains(text).doesNotContain("s3cret");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "200, WORKS, SearXNG at http",
    "403, BROKEN, add json to search.formats",
    "500, BROKEN, status 500",
  })
  void searxngIsAskedForJson(int status, State state, String text) throws Exception {
    try (FakeServer fake = FakeServer.answering(status, "{}")) {
      List<Finding> findings = look(Map.of("SEARXNG_URL", fake.address().toString()));

      assertThat(findings).extracting(Finding::state).containsExactly(state);
      assertThat(findings.get(0).text()).contains(text);
    }
  }

  @Test
  void aServiceThatCannotBeReachedIsBroken() throws Exception {
    List<Finding> findings =
        look(
            Map.of(
                "SEARXNG_URL", "http://127.0.0.1:1",
                "SERPAPI_API_KEY", "s3cret",
                "SERPAPI_BASE_URL", "http://127.0.0.1:1"));

    assertThat(findings).extracting(Finding::state).containsExactly(State.BROKEN, State.BROKEN);
    assertThat(findings)
        .allSatisfy(
            finding ->
                assertThat(finding.text()).contains("cannot reach").doesNotContain("s3cret"));
  }

  @Test
  void whatIsPaidForIsNotTried() throws Exception {
    assertThat(look(Map.of("TAVILY_API_KEY", "s3cret", "TAVILY_KEYLESS", "on")))
        .extracting(Finding::state)
        .containsExactly(State.UNTRIED, State.UNTRIED);
  }

  private static List<Finding> look(Map<String, String> values) throws InterruptedException {
    return SearchCheck.of(Settings.read(values).executor().search());
  }
}
