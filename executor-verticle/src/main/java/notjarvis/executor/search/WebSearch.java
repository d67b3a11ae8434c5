package notjarvis.executor.search;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import notjarvis.action.ActionSpec;
import notjarvis.action.Effect;
import notjarvis.action.Observation;
import notjarvis.action.Parameter;
import notjarvis.action.ParameterType;
import notjarvis.action.Place;
import notjarvis.action.SearchResult;
import notjarvis.config.Settings;
import notjarvis.executor.action.ActionHandler;
import notjarvis.executor.action.Arguments;
import notjarvis.failure.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The action {@code search}. It asks the first service that is configured, and the next one when
 * that one fails.
 */
public final class WebSearch implements ActionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(WebSearch.class);

  private static final String QUERY = "query";
  private static final int LONGEST_QUERY = 400;
  private static final String NOTHING_CONFIGURED =
      "I cannot search the web yet: no search service is set up. "
          + "Set SERPAPI_API_KEY, TAVILY_API_KEY or SEARXNG_URL.";

  private static final ActionSpec SPEC =
      new ActionSpec(
          "search",
          List.of("web_search"),
          "Searches the web and returns numbered results.",
          List.of(Parameter.required(QUERY, ParameterType.TEXT, "What to search for.")),
          Effect.PURE,
          Place.SERVER);

  private final HttpCaller caller;
  private final List<SearchProvider> providers;

  private WebSearch(HttpCaller caller, List<SearchProvider> providers) {
    this.caller = caller;
    this.providers = providers;
  }

  /** Opens the search with its HTTP client, which {@link #close()} closes. */
  public static WebSearch open(Vertx vertx, Settings.Search settings) {
    return open(vertx, settings, CallLimits.STANDARD);
  }

  static WebSearch open(Vertx vertx, Settings.Search settings, CallLimits limits) {
    HttpCaller caller = new HttpCaller(vertx, limits);
    return new WebSearch(caller, Providers.configured(settings, caller));
  }

  /** Closes the HTTP client. */
  public void close() {
    caller.close();
  }

  @Override
  public ActionSpec spec() {
    return SPEC;
  }

  @Override
  public Future<Observation> carryOut(Arguments arguments, String ownerId) {
    String query = PlainText.line(arguments.text(QUERY));
    if (query.isEmpty()) {
      return failed("Tell me what to search for.");
    }
    if (query.length() > LONGEST_QUERY) {
      return failed("A search can have " + LONGEST_QUERY + " characters at most; say it shorter.");
    }
    return providers.isEmpty() ? failed(NOTHING_CONFIGURED) : ask(query, 0, new ArrayList<>());
  }

  private Future<Observation> ask(String query, int index, List<String> failures) {
    if (index == providers.size()) {
      return failed(String.join(" ", failures));
    }
    return providers
        .get(index)
        .search(query)
        .map(found -> observation(query, found))
        .recover(failure -> askNext(query, index, failures, failure));
  }

  private Future<Observation> askNext(
      String query, int index, List<String> failures, Throwable failure) {
    if (!(failure instanceof Failure known)) {
      return Future.failedFuture(failure);
    }
    LOG.warn("A search service failed: {}", known.getMessage());
    failures.add(known.getMessage());
    return ask(query, index + 1, failures);
  }

  private static Observation observation(String query, Found found) {
    List<SearchResult> results = Results.of(found.hits());
    return Observation.found(told(query, results, found), results, found.quote());
  }

  private static String told(String query, List<SearchResult> results, Found found) {
    String asked = "“" + query + "”";
    if (results.isEmpty()) {
      return found.quote() == null
          ? "Nothing was found for " + asked + "."
          : "An answer but no page was found for " + asked + ".";
    }
    return results.size() == 1
        ? "Found 1 result for " + asked + "."
        : "Found " + results.size() + " results for " + asked + ".";
  }

  private static Future<Observation> failed(String text) {
    return Future.succeededFuture(Observation.failed(text));
  }
}
