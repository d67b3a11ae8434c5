package notjarvis.config;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import notjarvis.config.Settings.Actions;
import notjarvis.config.Settings.Executor;
import notjarvis.config.Settings.Gateway;
import notjarvis.config.Settings.Gemini;
import notjarvis.config.Settings.Intents;
import notjarvis.config.Settings.Persistence;
import notjarvis.config.Settings.Planner;
import notjarvis.config.Settings.Pooler;
import notjarvis.config.Settings.Search;
import notjarvis.run.InputRules;

/** Which key makes which part of the settings, and what holds where it is not set. */
final class SettingsReader {
  private static final int LEAST_SECRET_BYTES = 32;

  private final Environment environment;

  SettingsReader(Environment environment) {
    this.environment = environment;
  }

  private enum Switch {
    ON,
    OFF
  }

  Path home() {
    Path personal = personal();
    return environment
        .folder("JARVIS_HOME", personal)
        .orElseGet(() -> personal.resolve(".not-jarvis"))
        .toAbsolutePath()
        .normalize();
  }

  /** Java asks the user database for the home folder; a shell's HOME comes first. */
  private Path personal() {
    return Path.of(environment.text("HOME").orElseGet(() -> System.getProperty("user.home")));
  }

  Settings settings(Path home) {
    return new Settings(home, gateway(), planner(), executor(home), persistence());
  }

  private Gateway gateway() {
    return new Gateway(
        environment.text("JARVIS_HOST").orElse("127.0.0.1"),
        environment.number("PORT", 8000, 0, 65_535),
        InputRules.LONGEST_GOAL,
        64 * 1024,
        jwtSecret());
  }

  private Optional<Secret> jwtSecret() {
    Optional<Secret> secret = environment.secret("JARVIS_JWT_SECRET");
    if (secret.filter(SettingsReader::isGuessable).isPresent()) {
      environment.fault(
          "JARVIS_JWT_SECRET has to be at least "
              + LEAST_SECRET_BYTES
              + " bytes long: take random ones, such as \"openssl rand -base64 48\" prints");
      return Optional.empty();
    }
    return secret;
  }

  /** A key shorter than the hash that it makes can be guessed from one token. */
  private static boolean isGuessable(Secret secret) {
    return secret.value().getBytes(StandardCharsets.UTF_8).length < LEAST_SECRET_BYTES;
  }

  private Planner planner() {
    Optional<Gemini> gemini =
        environment
            .secret("GEMINI_API_KEY")
            .or(() -> environment.secret("GOOGLE_API_KEY"))
            .map(this::gemini);
    Intents intents = environment.choice("JARVIS_INTENTS", Intents.class, Intents.FIRST);
    if (intents == Intents.OFF && gemini.isEmpty()) {
      environment.fault("JARVIS_INTENTS=off needs a model: set GEMINI_API_KEY, or leave it out");
    }
    int hours = environment.number("JARVIS_APPROVAL_HOURS", 24, 1, 24 * 30);
    return new Planner(intents, 10, gemini, actions(), Duration.ofHours(hours));
  }

  private Actions actions() {
    Actions actions =
        new Actions(
            environment.actions("JARVIS_ALLOW"),
            environment.actions("JARVIS_ASK"),
            environment.actions("JARVIS_DENY"));
    apart("JARVIS_ALLOW", actions.allow(), "JARVIS_ASK", actions.ask());
    apart("JARVIS_ALLOW", actions.allow(), "JARVIS_DENY", actions.deny());
    apart("JARVIS_ASK", actions.ask(), "JARVIS_DENY", actions.deny());
    return actions;
  }

  private void apart(String key, Set<String> names, String otherKey, Set<String> others) {
    names.stream()
        .filter(others::contains)
        .forEach(
            name ->
                environment.fault(
                    "\"" + name + "\" stands in " + key + " and in " + otherKey + ": keep one"));
  }

  private Gemini gemini(Secret key) {
    return new Gemini(
        key,
        environment.name("GEMINI_MODEL", "gemini-3.5-flash-lite"),
        environment
            .url("GEMINI_BASE_URL")
            .orElse(URI.create("https://generativelanguage.googleapis.com")),
        Duration.ofSeconds(45));
  }

  private Executor executor(Path home) {
    Search search =
        new Search(
            environment.secret("SERPAPI_API_KEY"),
            environment.url("SERPAPI_BASE_URL").orElse(URI.create("https://serpapi.com")),
            environment.secret("TAVILY_API_KEY"),
            environment.url("TAVILY_BASE_URL").orElse(URI.create("https://api.tavily.com")),
            environment.choice("TAVILY_KEYLESS", Switch.class, Switch.OFF) == Switch.ON,
            environment.url("SEARXNG_URL"));
    return new Executor(search, home.resolve("screenshots"));
  }

  private Persistence persistence() {
    return new Persistence(
        environment.secret("DATABASE_URL"),
        environment.choice("JARVIS_DATABASE_POOLER", Pooler.class, Pooler.OFF),
        10);
  }
}
