package notjarvis.launcher.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import notjarvis.config.Settings;
import notjarvis.launcher.client.FakeServer;
import notjarvis.launcher.client.JarvisServer;
import notjarvis.launcher.doctor.Finding.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecksTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void aDatabaseThatIsReadyWorks() throws Exception {
    String ready = "{\"database\":{\"ready\":true,\"detail\":\"PostgreSQL 18\"}}";
    try (FakeServer fake = FakeServer.answering(200, ready)) {
      assertThat(ServerCheck.of(new JarvisServer(fake.address())))
          .isEqualTo(Finding.works("Database", "PostgreSQL 18"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "200, WORKS, gemini-3.5-flash-lite",
    "400, BROKEN, GEMINI_API_KEY",
    "403, BROKEN, GEMINI_API_KEY",
    "404, BROKEN, GEMINI_MODEL",
    "503, BROKEN, status 503",
  })
  void theModelsAnswerTellsWhatToSet(int status, State state, String text) throws Exception {
    try (FakeServer fake = FakeServer.answering(status, "{}")) {
      Finding finding = ModelCheck.of(withModel(fake.address()).planner().gemini());

      assertThat(finding.state()).isEqualTo(state);
      assertThat(finding.text()).contains(text).doesNotContain("s3cret");
    }
  }

  @Test
  void aModelThatCannotBeReachedIsBroken() throws Exception {
    URI nobody;
    try (FakeServer fake = FakeServer.answering(200, "")) {
      nobody = fake.address();
    }

    assertThat(ModelCheck.of(withModel(nobody).planner().gemini()).state()).isEqualTo(State.BROKEN);
  }

  @Test
  void noModelIsNotSetAndSaysWhatToSet() throws Exception {
    Finding finding = ModelCheck.of(Settings.read(Map.of()).planner().gemini());

    assertThat(finding.state()).isEqualTo(State.ABSENT);
    assertThat(finding.text()).contains("GEMINI_API_KEY");
  }

  @Test
  void searchServicesAreNamedInTheirOrderWithoutTheirKeys() {
    Map<String, String> values =
        Map.of(
            "SERPAPI_API_KEY",
            "s3cret",
            "SEARXNG_URL",
            "http://localhost:1",
            "TAVILY_KEYLESS",
            "on");

    Finding finding = SearchCheck.of(Settings.read(values).executor().search());

    assertThat(finding.text())
        .startsWith("SerpApi, then SearXNG at http://localhost:1, then Tavily without a key")
        .doesNotContain("s3cret");
    assertThat(SearchCheck.of(Settings.read(Map.of()).executor().search()).state())
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aDesktopNeedsADisplayAndThePrograms() throws Exception {
    for (String program : new String[] {"xdg-open", "gtk-launch", "setsid"}) {
      assertThat(Files.createFile(folder.resolve(program)).toFile().setExecutable(true)).isTrue();
    }
    Map<String, String> whole = Map.of("DISPLAY", ":1", "PATH", folder.toString());
    Map<String, String> bare = Map.of("DISPLAY", ":1", "PATH", "");

    assertThat(DesktopCheck.of("Linux", whole).state()).isEqualTo(State.WORKS);
    assertThat(DesktopCheck.of("Linux", bare).text()).contains("xdg-open, gtk-launch, setsid");
    assertThat(DesktopCheck.of("Linux", Map.of()).state()).isEqualTo(State.ABSENT);
    assertThat(DesktopCheck.of("Mac OS X", Map.of()).state()).isEqualTo(State.WORKS);
  }

  private static Settings withModel(URI address) {
    return Settings.read(Map.of("GEMINI_API_KEY", "s3cret", "GEMINI_BASE_URL", address.toString()));
  }
}
