package notjarvis.launcher.doctor;

import java.util.ArrayList;
import java.util.List;
import notjarvis.config.Settings;

/** Which search services are configured. They are not called: a search may cost money. */
public final class SearchCheck {
  private static final String PART = "Search";

  private SearchCheck() {}

  /** Looks at the configuration alone. */
  public static Finding of(Settings.Search search) {
    List<String> services = new ArrayList<>();
    search.serpApiKey().ifPresent(key -> services.add("SerpApi"));
    search.tavilyKey().ifPresent(key -> services.add("Tavily"));
    search.searxng().ifPresent(url -> services.add("SearXNG at " + url));
    if (search.tavilyKeyless()) {
      services.add("Tavily without a key");
    }
    return services.isEmpty()
        ? Finding.absent(
            PART, "none; set SERPAPI_API_KEY, TAVILY_API_KEY or SEARXNG_URL (see the README)")
        : Finding.works(PART, String.join(", then ", services) + " (not called)");
  }
}
