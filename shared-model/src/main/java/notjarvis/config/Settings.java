package notjarvis.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The whole configuration.
 *
 * @param home where everything of this instance is kept ({@code JARVIS_HOME})
 */
public record Settings(
    Path home, Gateway gateway, Planner planner, Executor executor, Persistence persistence) {

  /** The keys whose values are secrets; there are no others. */
  public static final Set<String> SECRET_KEYS =
      Set.of(
          "GEMINI_API_KEY",
          "GOOGLE_API_KEY",
          "SERPAPI_API_KEY",
          "TAVILY_API_KEY",
          "DATABASE_URL",
          "JARVIS_JWT_SECRET",
          "JARVIS_TOKEN");

  /**
   * The HTTP side.
   *
   * @param host the address to listen on ({@code JARVIS_HOST}), loopback by default
   * @param port the port to listen on ({@code PORT}); 0 takes a free one
   * @param goalLimit the longest goal in characters
   * @param bodyLimit the largest request body in bytes
   * @param jwtSecret what the tokens of owners are signed with ({@code JARVIS_JWT_SECRET}); without
   *     it there is one owner, and this machine alone is listened to
   */
  public record Gateway(
      String host, int port, int goalLimit, int bodyLimit, Optional<Secret> jwtSecret) {}

  /** Whether the local intents answer ({@code JARVIS_INTENTS}). */
  public enum Intents {
    /** Before the model, where they are certain. */
    FIRST,
    /** Never: everything goes to the model. */
    OFF,
    /** Alone, also when a model is configured. */
    ONLY
  }

  /**
   * The run loop and its brains.
   *
   * @param stepLimit how many rounds a run may take
   * @param gemini the model, when a key is set
   * @param approvalWait how long an action waits for the person's yes ({@code
   *     JARVIS_APPROVAL_HOURS})
   */
  public record Planner(
      Intents intents,
      int stepLimit,
      Optional<Gemini> gemini,
      Actions actions,
      Duration approvalWait) {}

  /**
   * What is settled about actions by their names or aliases. Of all others the person's words
   * decide whether they go ahead or ask first.
   *
   * @param allow go ahead without asking ({@code JARVIS_ALLOW})
   * @param ask wait for a yes every time ({@code JARVIS_ASK})
   * @param deny are never carried out ({@code JARVIS_DENY})
   */
  public record Actions(Set<String> allow, Set<String> ask, Set<String> deny) {
    /** Nothing is settled. */
    public static final Actions BY_WORDS = new Actions(Set.of(), Set.of(), Set.of());

    public Actions {
      allow = Set.copyOf(allow);
      ask = Set.copyOf(ask);
      deny = Set.copyOf(deny);
    }
  }

  /**
   * Google Gemini ({@code GEMINI_API_KEY} or {@code GOOGLE_API_KEY}, {@code GEMINI_MODEL}, {@code
   * GEMINI_BASE_URL}).
   *
   * @param deadline for one decision, all its retries included
   */
  public record Gemini(Secret key, String model, URI baseUrl, Duration deadline) {}

  /**
   * The actions.
   *
   * @param search the services in the order in which the first configured one is used
   * @param downloads where screenshots go unless the action says otherwise
   */
  public record Executor(Search search, Path downloads) {}

  /**
   * The search services ({@code SERPAPI_API_KEY}, {@code SERPAPI_BASE_URL}, {@code TAVILY_API_KEY},
   * {@code TAVILY_BASE_URL}, {@code TAVILY_KEYLESS}, {@code SEARXNG_URL}).
   *
   * @param tavilyKeyless whether queries may go to Tavily without a key
   */
  public record Search(
      Optional<Secret> serpApiKey,
      URI serpApiBaseUrl,
      Optional<Secret> tavilyKey,
      URI tavilyBaseUrl,
      boolean tavilyKeyless,
      Optional<URI> searxng) {}

  /** What stands between us and the database ({@code JARVIS_DATABASE_POOLER}). */
  public enum Pooler {
    OFF,
    /** A pooler in transaction mode: statements are not kept on the server. */
    TRANSACTION
  }

  /**
   * The database.
   *
   * @param databaseUrl a PostgreSQL of your own ({@code DATABASE_URL}); else the embedded one
   * @param poolSize the connections of this process
   */
  public record Persistence(Optional<Secret> databaseUrl, Pooler pooler, int poolSize) {}

  /** The same settings with this database, a {@code postgresql://} address. */
  public Settings withDatabase(Secret url) {
    Persistence other =
        new Persistence(Optional.of(url), persistence.pooler(), persistence.poolSize());
    return new Settings(home, gateway, planner, executor, other);
  }

  /** The same settings with the command line's address in place of the environment's. */
  public Settings listeningOn(String host, int port) {
    Gateway other =
        new Gateway(host, port, gateway.goalLimit(), gateway.bodyLimit(), gateway.jwtSecret());
    return new Settings(home, other, planner, executor, persistence);
  }

  /**
   * What was read, also where not all of it can be used.
   *
   * @param settings with the default in place of each value at fault
   * @param faults what is wrong; each names a key and says what to set
   */
  public record Reading(Settings settings, List<String> faults) {
    public Reading {
      faults = List.copyOf(faults);
    }
  }

  /**
   * Reads the configuration.
   *
   * @throws ConfigurationException that tells every fault at once
   */
  public static Settings read(Map<String, String> values) {
    Reading reading = look(values);
    ConfigurationException.unlessNone(reading.faults());
    return reading.settings();
  }

  /**
   * Reads the configuration, faults and all.
   *
   * @throws ConfigurationException when it does not say where the home is
   */
  public static Reading look(Map<String, String> values) {
    Environment environment = new Environment(values);
    Settings settings = new SettingsReader(environment).settings(home(values));
    return new Reading(settings, environment.faults());
  }

  /**
   * The home that these values name: {@code JARVIS_HOME}, else a folder of the person's own.
   *
   * @throws ConfigurationException when what they name is no folder
   */
  public static Path home(Map<String, String> values) {
    Environment environment = new Environment(values);
    Path home = new SettingsReader(environment).home();
    ConfigurationException.unlessNone(environment.faults());
    return home;
  }
}
