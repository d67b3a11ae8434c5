package notjarvis.executor.search;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import notjarvis.action.Observation;
import notjarvis.config.Settings;
import notjarvis.executor.action.Arguments;
import notjarvis.testing.SearchStandIn;

/** A search under test, with the stand-in that it asks. */
final class Searching implements AutoCloseable {
  /** Limits that do not make a test wait, nor fail on a machine that is busy. */
  static final CallLimits QUICK = limits(Duration.ofSeconds(5));

  /** For services that are too slow. */
  static final CallLimits IMPATIENT = limits(Duration.ofSeconds(1));

  final Vertx vertx = Vertx.vertx();
  final SearchStandIn standIn = SearchStandIn.start(vertx);
  private final WebSearch search;

  private static CallLimits limits(Duration request) {
    return new CallLimits(
        Duration.ofSeconds(1),
        request,
        64 * 1024,
        3,
        Duration.ofMillis(10),
        Duration.ofMillis(1_500),
        Duration.ofSeconds(30),
        3,
        Duration.ofSeconds(2));
  }

  private Searching(Map<String, String> configuration, CallLimits limits) {
    Map<String, String> values = new HashMap<>();
    configuration.forEach(
        (key, value) -> values.put(key, value.replace("STAND-IN", standIn.baseUri().toString())));
    this.search = WebSearch.open(vertx, Settings.read(values).executor().search(), limits);
  }

  /** In the values, {@code STAND-IN} stands for the address of the stand-in. */
  static Searching with(Map<String, String> configuration) {
    return new Searching(configuration, QUICK);
  }

  static Searching with(Map<String, String> configuration, CallLimits limits) {
    return new Searching(configuration, limits);
  }

  static Searching withSearXng() {
    return withSearXng(QUICK);
  }

  static Searching withSearXng(CallLimits limits) {
    return with(Map.of("SEARXNG_URL", "STAND-IN"), limits);
  }

  static Searching withSerpApi() {
    return withSerpApi(QUICK);
  }

  static Searching withSerpApi(CallLimits limits) {
    return with(
        Map.of("SERPAPI_API_KEY", SearchStandIn.KEY, "SERPAPI_BASE_URL", "STAND-IN"), limits);
  }

  static Searching withTavily() {
    return with(Map.of("TAVILY_API_KEY", SearchStandIn.KEY, "TAVILY_BASE_URL", "STAND-IN"));
  }

  static Searching withKeylessTavily() {
    return with(Map.of("TAVILY_KEYLESS", "on", "TAVILY_BASE_URL", "STAND-IN"));
  }

  Observation observe(String query) {
    return search
        .carryOut(new Arguments(Map.of("query", query)), "local")
        .toCompletionStage()
        .toCompletableFuture()
        .orTimeout(10, TimeUnit.SECONDS)
        .join();
  }

  @Override
  public void close() {
    search.close();
    standIn.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
