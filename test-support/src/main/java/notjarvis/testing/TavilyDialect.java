package notjarvis.testing;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** Tavily: {@code POST /search} with a bearer token, or keyless by a header. */
final class TavilyDialect implements SearchDialect {
  @Override
  public boolean isSpokenBy(SearchRequest request) {
    return request.method().equals("POST") && request.path().equals("/search");
  }

  @Override
  public String query(SearchRequest request) {
    try {
      return new JsonObject(request.body()).getString("query", "");
    } catch (DecodeException | ClassCastException e) {
      return "";
    }
  }

  @Override
  public Optional<SearchReply> refusal(SearchRequest request) {
    boolean known = ("Bearer " + SearchStandIn.KEY).equals(request.header("authorization"));
    if (!known && !isKeyless(request)) {
      return Optional.of(error(401, "Unauthorized: missing or invalid API key."));
    }
    return query(request).isEmpty()
        ? Optional.of(error(400, "Query is missing."))
        : Optional.empty();
  }

  private static boolean isKeyless(SearchRequest request) {
    return request.header("authorization") == null
        && "keyless".equals(request.header("x-tavily-access-mode"));
  }

  @Override
  public SearchReply found(String query, List<SearchHit> hits) {
    JsonArray results = new JsonArray();
    for (SearchHit hit : hits) {
      results.add(
          new JsonObject()
              .put("title", hit.title())
              .put("url", hit.url())
              .put("content", hit.snippet())
              .put("score", 0.9));
    }
    JsonObject body =
        new JsonObject()
            .put("query", query)
            .put("images", new JsonArray())
            .put("results", results)
            .put("response_time", 0.1)
            .put("request_id", "1");
    return SearchReply.json(200, body.encode());
  }

  @Override
  public SearchReply quota(SearchRequest request) {
    if (!isKeyless(request)) {
      return error(432, "This request exceeds your plan's set usage limit.");
    }
    JsonObject limit =
        new JsonObject()
            .put("code", "keyless_limit")
            .put("message", "The shared limit is reached.")
            .put("retry_after_seconds", 60)
            .put("next_actions", new JsonArray().add("Get an API key"));
    return SearchReply.json(429, new JsonObject().put("error", limit).encode());
  }

  private static SearchReply error(int status, String text) {
    JsonObject detail = new JsonObject().put("error", text);
    return SearchReply.json(status, new JsonObject().put("detail", detail).encode());
  }
}
