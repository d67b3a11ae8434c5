package notjarvis.testing;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** SearXNG: {@code GET /search} with {@code format=json}. */
final class SearXngDialect implements SearchDialect {
  @Override
  public boolean isSpokenBy(SearchRequest request) {
    return request.method().equals("GET") && request.path().equals("/search");
  }

  @Override
  public String query(SearchRequest request) {
    return request.query().getOrDefault("q", "");
  }

  @Override
  public Optional<SearchReply> refusal(SearchRequest request) {
    if (query(request).isEmpty()) {
      return Optional.of(SearchReply.html(400, "<html><body>No query</body></html>"));
    }
    return "json".equals(request.query().get("format"))
        ? Optional.empty()
        : Optional.of(SearchReply.html(200, "<html><body>Results</body></html>"));
  }

  @Override
  public SearchReply found(String query, List<SearchHit> hits) {
    JsonArray results = new JsonArray();
    for (SearchHit hit : hits) {
      results.add(
          new JsonObject()
              .put("url", hit.url())
              .put("title", hit.title())
              .put("content", hit.snippet())
              .put("engine", "stand-in")
              .put("engines", new JsonArray().add("stand-in"))
              .put("score", 1.0)
              .put("category", "general"));
    }
    JsonObject body =
        new JsonObject()
            .put("query", query)
            .put("number_of_results", hits.size())
            .put("results", results)
            .put("answers", new JsonArray())
            .put("infoboxes", new JsonArray())
            .put("suggestions", new JsonArray())
            .put("unresponsive_engines", new JsonArray());
    return SearchReply.json(200, body.encode());
  }

  @Override
  public SearchReply quota(SearchRequest request) {
    return SearchReply.html(429, "Too Many Requests");
  }
}
