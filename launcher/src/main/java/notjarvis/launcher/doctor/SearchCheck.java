package notjarvis.launcher.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import notjarvis.config.Secret;
import notjarvis.config.Settings;

/**
 * Whether the search services that are configured work, in the order in which they are asked. What
 * counts as a search that is paid for is not tried.
 */
public final class SearchCheck {
  private static final String PART = "Search";

  private SearchCheck() {}

  /** Looks at each of them; one finding when there is none. */
  public static List<Finding> of(Settings.Search search) throws InterruptedException {
    List<Finding> findings = new ArrayList<>();
    if (search.serpApiKey().isPresent()) {
      findings.add(serpApi(search.serpApiBaseUrl(), search.serpApiKey().get()));
    }
    search.tavilyKey().ifPresent(key -> findings.add(tavily("a key")));
    if (search.searxng().isPresent()) {
      findings.add(searxng(search.searxng().get()));
    }
    if (search.tavilyKeyless()) {
      findings.add(tavily("no key, as TAVILY_KEYLESS allows"));
    }
    return findings.isEmpty() ? List.of(none()) : findings;
  }

  private static Finding none() {
    return Finding.absent(
        PART, "none; set SERPAPI_API_KEY, TAVILY_API_KEY or SEARXNG_URL (see the README)");
  }

  private static Finding tavily(String with) {
    return Finding.untried(PART, "Tavily with " + with + "; not tried, as each search counts");
  }

  /** Asks for the account, which is free. */
  private static Finding serpApi(URI base, Secret key) throws InterruptedException {
    URI account = URI.create(base + "/account.json?api_key=" + encoded(key));
    try {
      int status = Probe.status(HttpRequest.newBuilder(account));
      return switch (status) {
        case 200 -> Finding.works(PART, "SerpApi takes the key");
        case 401, 403 ->
            Finding.broken(PART, "SerpApi refuses the key; set another SERPAPI_API_KEY");
        default -> Finding.broken(PART, base + " answers with status " + status);
      };
    } catch (IOException e) {
      return unreachable(base, e);
    }
  }

  private static String encoded(Secret key) {
    return URLEncoder.encode(key.value(), StandardCharsets.UTF_8);
  }

  private static Finding searxng(URI base) throws InterruptedException {
    URI search = URI.create(base + "/search?format=json&q=not-jarvis");
    try {
      int status = Probe.status(HttpRequest.newBuilder(search));
      return switch (status) {
        case 200 -> Finding.works(PART, "SearXNG at " + base);
        case 403 ->
            Finding.broken(PART, base + ": add json to search.formats in the settings of SearXNG");
        default -> Finding.broken(PART, base + " answers with status " + status);
      };
    } catch (IOException e) {
      return unreachable(base, e);
    }
  }

  /** Told by its kind: a message may quote the address, and the address the key. */
  private static Finding unreachable(URI base, IOException failure) {
    return Finding.broken(
        PART, "cannot reach " + base + " (" + failure.getClass().getSimpleName() + ")");
  }
}
