package notjarvis.testing;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** SerpApi: {@code GET /search.json} with the key in the query. */
final class SerpApiDialect implements SearchDialect {
  @Override
  public boolean isSpokenBy(SearchRequest request) {
    return request.method().equals("GET") && request.path().equals("/search.json");
  }

  @Override
  public String query(SearchRequest request) {
    return request.query().getOrDefault("q", "");
  }

  @Override
  public Optional<SearchReply> refusal(SearchRequest request) {
    if (!SearchStandIn.KEY.equals(request.query().get("api_key"))) {
      return Optional.of(
          error(401, "Invalid API key. Your API key should be here: https://serpapi.com/manage"));
    }
    if (!request.query().containsKey("engine")) {
      return Optional.of(error(400, "Unsupported `` search engine."));
    }
    return query(request).isEmpty()
        ? Optional.of(error(400, "Missing query `q` parameter."))
        : Optional.empty();
  }

  @Override
  public SearchReply found(String query, List<SearchHit> hits) {
    JsonObject body =
        new JsonObject()
            .put("search_metadata", new JsonObject().put("id", "1").put("status", "Success"))
            .put("search_parameters", new JsonObject().put("engine", "google").put("q", query));
    JsonObject information = new JsonObject().put("query_displayed", query);
    body.put("search_information", information);
    if (hits.isEmpty()) {
      information.put("organic_results_state", "Fully empty");
      body.put("error", "Google hasn't returned any results for this query.");
    } else {
      information.put("organic_results_state", "Results for exact spelling");
      body.put("organic_results", pages(hits));
    }
    return SearchReply.json(200, body.encode());
  }

  private static JsonArray pages(List<SearchHit> hits) {
    JsonArray pages = new JsonArray();
    for (SearchHit hit : hits) {
      pages.add(
          new JsonObject()
              .put("position", pages.size() + 1)
              .put("title", hit.title())
              .put("link", hit.url())
              .put("displayed_link", hit.url())
              .put("snippet", hit.snippet()));
    }
    return pages;
  }

  @Override
  public SearchReply quota(SearchRequest request) {
    return error(429, "Your account has run out of searches.");
  }

  private static SearchReply error(int status, String text) {
    return SearchReply.json(status, new JsonObject().put("error", text).encode());
  }
}
