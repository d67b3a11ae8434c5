package notjarvis.executor.search;

import java.util.ArrayList;
import java.util.List;
import notjarvis.config.Settings;

/** The configured services, in the order in which they are asked. */
final class Providers {
  private Providers() {}

  static List<SearchProvider> configured(Settings.Search settings, HttpCaller caller) {
    List<SearchProvider> all = new ArrayList<>();
    settings
        .serpApiKey()
        .ifPresent(key -> all.add(new SerpApi(caller, settings.serpApiBaseUrl(), key)));
    settings
        .tavilyKey()
        .ifPresent(key -> all.add(Tavily.withKey(caller, settings.tavilyBaseUrl(), key)));
    settings.searxng().ifPresent(url -> all.add(new SearXng(caller, url)));
    if (settings.tavilyKeyless()) {
      all.add(Tavily.keyless(caller, settings.tavilyBaseUrl()));
    }
    return List.copyOf(all);
  }
}
