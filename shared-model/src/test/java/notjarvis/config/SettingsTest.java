package notjarvis.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  @Test
  void nothingSetIsAWorkingConfiguration() {
    Settings settings = Settings.read(Map.of());

    assertThat(settings.home()).isEqualTo(Path.of(System.getProperty("user.home"), ".not-jarvis"));
    assertThat(settings.gateway())
        .isEqualTo(new Settings.Gateway("127.0.0.1", 8000, 1_000, 65_536, Optional.empty()));
    assertThat(settings.planner())
        .isEqualTo(
            new Settings.Planner(
                Settings.Intents.FIRST,
                10,
                Optional.empty(),
                Settings.Actions.BY_WORDS,
                Duration.ofHours(24)));
    assertThat(settings.executor().search().searxng()).isEmpty();
    assertThat(settings.executor().search().tavilyKeyless()).isFalse();
    assertThat(settings.persistence().databaseUrl()).isEmpty();
    assertThat(settings.persistence().poolSize()).isEqualTo(10);
  }

  @Test
  void theHomeIsWhereTheShellSaysThePersonLives() {
    assertThat(Settings.home(Map.of("HOME", "/people/ann")))
        .isEqualTo(Path.of("/people/ann/.not-jarvis"));
    assertThat(Settings.home(Map.of("HOME", "/people/ann", "JARVIS_HOME", "/srv/x/../jarvis")))
        .isEqualTo(Path.of("/srv/jarvis"));
  }

  @Test
  void aTildeAtTheBeginningIsThePersonsFolder() {
    assertThat(homeAt("~/jarvis")).isEqualTo(Path.of("/people/ann/jarvis"));
    assertThat(homeAt("~")).isEqualTo(Path.of("/people/ann"));
    assertThat(homeAt("/srv/~/jarvis")).isEqualTo(Path.of("/srv/~/jarvis"));
  }

  private static Path homeAt(String folder) {
    return Settings.home(Map.of("HOME", "/people/ann", "JARVIS_HOME", folder));
  }

  @ParameterizedTest
  @ValueSource(strings = {"~bob/jarvis", "/srv/\u0000"})
  void aHomeThatIsNoFolderIsRefused(String folder) {
    assertThatThrownBy(() -> homeAt(folder))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("JARVIS_HOME has to be a folder");
  }

  @Test
  void whatCanBeUsedIsReadBesideItsFaults() {
    Settings.Reading reading =
        Settings.look(Map.of("GEMINI_API_KEY", "k", "GEMINI_MODEL", "foo bar", "PORT", "9"));

    assertThat(reading.faults())
        .containsExactly("GEMINI_MODEL has to be a name such as gemini-3.5-flash-lite");
    assertThat(reading.settings().gateway().port()).isEqualTo(9);
    assertThat(reading.settings().planner().gemini().orElseThrow().model())
        .isEqualTo("gemini-3.5-flash-lite");
  }

  @Test
  void aGeminiKeyBringsTheModelWithItsDefaults() {
    Settings.Gemini gemini =
        Settings.read(Map.of("GOOGLE_API_KEY", " k ")).planner().gemini().orElseThrow();

    assertThat(gemini.key().value()).isEqualTo("k");
    assertThat(gemini.model()).isEqualTo("gemini-3.5-flash-lite");
    assertThat(gemini.baseUrl()).isEqualTo(URI.create("https://generativelanguage.googleapis.com"));
  }

  @Test
  void geminisOwnKeyComesBeforeGoogles() {
    Map<String, String> both = Map.of("GEMINI_API_KEY", "mine", "GOOGLE_API_KEY", "other");

    assertThat(Settings.read(both).planner().gemini().orElseThrow().key().value())
        .isEqualTo("mine");
  }

  @Test
  void aSlashAtTheEndOfAnAddressDoesNotMatter() {
    Settings settings = Settings.read(Map.of("SEARXNG_URL", "http://localhost:8888/"));

    assertThat(settings.executor().search().searxng())
        .contains(URI.create("http://localhost:8888"));
  }

  @ParameterizedTest
  @CsvSource({
    "PORT, eighty, PORT has to be a whole number from 0 to 65535",
    "PORT, 65536, PORT has to be a whole number from 0 to 65535",
    "SEARXNG_URL, localhost:8888, SEARXNG_URL has to be an http or https address",
    "SEARXNG_URL, ftp://host, SEARXNG_URL has to be an http or https address",
    "TAVILY_BASE_URL, 'http://a b', TAVILY_BASE_URL has to be an http or https address",
    "JARVIS_INTENTS, maybe, 'JARVIS_INTENTS has to be one of first, off, only'",
    "JARVIS_INTENTS, off, JARVIS_INTENTS=off needs a model: set GEMINI_API_KEY",
    "JARVIS_DATABASE_POOLER, session, 'JARVIS_DATABASE_POOLER has to be one of off, transaction'",
    "TAVILY_KEYLESS, yes, 'TAVILY_KEYLESS has to be one of on, off'",
    "JARVIS_JWT_SECRET, 0123456789012345678901234567890, JARVIS_JWT_SECRET has to be at least 32",
  })
  void aFaultNamesTheKeyAndWhatToSet(String key, String value, String message) {
    assertThatThrownBy(() -> Settings.read(Map.of(key, value)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://ann:s3cret@host",
        "http://ann@host/",
        "https://host/search?key=s3cret",
        "https://host/?",
        "https://host/#s3cret",
      })
  void anAddressWithMoreThanAPathIsRefusedByItsKeyAndNotRepeated(String address) {
    assertThatThrownBy(() -> Settings.read(Map.of("SEARXNG_URL", address)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("SEARXNG_URL has to be an address without user name, password")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void allFaultsAreToldAtOnce() {
    assertThatThrownBy(() -> Settings.read(Map.of("PORT", "x", "JARVIS_INTENTS", "y")))
        .hasMessageContaining("PORT")
        .hasMessageContaining("JARVIS_INTENTS");
  }

  @Test
  void secretsDoNotPrint() {
    Map<String, String> values =
        Map.of("GEMINI_API_KEY", "s3cret", "DATABASE_URL", "postgresql://u:s3cret@h/d");

    assertThat(Settings.read(values).toString()).doesNotContain("s3cret");
  }

  @Test
  void aSecretForTokensIsCountedInBytesAndKeptByTheCommandLine() {
    String secret = "\u00fc".repeat(16);
    Settings settings = Settings.read(Map.of("JARVIS_JWT_SECRET", secret)).listeningOn("::", 9);

    assertThat(settings.gateway().jwtSecret()).hasValue(new Secret(secret));
    assertThat(settings.toString()).doesNotContain(secret);
    assertThat(Settings.look(Map.of("JARVIS_JWT_SECRET", "short")).settings().gateway().jwtSecret())
        .isEmpty();
  }

  @Test
  void onlyAListedKeyIsReadAsASecret() {
    Environment environment = new Environment(Map.of("OTHER_KEY", "x", "DATABASE_URL", "y"));

    assertThat(environment.secret("DATABASE_URL")).isPresent();
    assertThatThrownBy(() -> environment.secret("OTHER_KEY"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theCommandLineAndTheEmbeddedDatabaseTakeTheirPlaces() {
    Settings settings =
        Settings.read(Map.of())
            .listeningOn("localhost", 9)
            .withDatabase(new Secret("postgresql://h/d"));

    assertThat(settings.gateway().port()).isEqualTo(9);
    assertThat(settings.persistence().databaseUrl().orElseThrow().value())
        .isEqualTo("postgresql://h/d");
  }

  @Test
  void aBlankSecretIsNone() {
    assertThat(Settings.read(Map.of("GEMINI_API_KEY", "  ")).planner().gemini()).isEmpty();
    assertThatThrownBy(() -> new Secret(" ")).isInstanceOf(IllegalArgumentException.class);
  }
}
