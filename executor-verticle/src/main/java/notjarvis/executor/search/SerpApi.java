package notjarvis.executor.search;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import notjarvis.config.Secret;
import notjarvis.failure.Failure;
import org.jspecify.annotations.Nullable;

/** Google through SerpApi. The key can only travel in the query, so addresses are never logged. */
final class SerpApi implements SearchProvider {
  private final Service service;
  private final Secret key;

  SerpApi(HttpCaller caller, URI base, Secret key) {
    this.service = new Service("SerpApi", base, caller, Optional.of(key));
    this.key = key;
  }

  @Override
  public Future<Found> search(String query) {
    HttpRequest<Buffer> request =
        service
            .request(HttpMethod.GET, "/search.json")
            .addQueryParam("engine", "google")
            .addQueryParam("q", query)
            .addQueryParam("num", "10")
            .addQueryParam("api_key", key.value());
    return service.ask(request).compose(this::read);
  }

  private Future<Found> read(Reply.Answer answer) {
    if (!answer.isOk()) {
      return Future.failedFuture(refused(answer.status()));
    }
    if (!answer.body().isObject()) {
      return Future.failedFuture(service.notUnderstood());
    }
    Found found = new Found(hits(answer.body()), quote(answer.body().path("answer_box")));
    return found.hits().isEmpty() && !isComplete(answer.body())
        ? Future.failedFuture(service.failure("did not finish the search"))
        : Future.succeededFuture(found);
  }

  private Failure refused(int status) {
    return switch (status) {
      case 401, 403 -> service.failure("refused the key: check SERPAPI_API_KEY");
      case 429 -> service.failure("allows no more searches for now: its limit is reached");
      default -> service.refused(status);
    };
  }

  /** An error beside "Fully empty" is how it says that nothing was found. */
  private static boolean isComplete(JsonNode body) {
    String state = body.path("search_information").path("organic_results_state").asText();
    String status = body.path("search_metadata").path("status").asText();
    return state.equals("Fully empty") || (status.equals("Success") && !body.has("error"));
  }

  /** The official site first, then places, then pages. */
  private static List<Hit> hits(JsonNode body) {
    List<Hit> hits = new ArrayList<>();
    JsonNode known = body.path("knowledge_graph");
    if (known.hasNonNull("website")) {
      hits.add(hit(known, known.path("website"), known.path("description")));
    }
    places(body).stream().filter(SerpApi::hasSite).map(SerpApi::place).forEach(hits::add);
    for (JsonNode page : body.path("organic_results")) {
      hits.add(hit(page, page.path("link"), page.path("snippet")));
    }
    return hits;
  }

  /** An object with places, or an array of them, or a single one: it depends on the engine. */
  private static List<JsonNode> places(JsonNode body) {
    List<JsonNode> places = new ArrayList<>();
    places.add(body.path("place_results"));
    JsonNode local = body.path("local_results");
    (local.isObject() ? local.path("places") : local).forEach(places::add);
    return places;
  }

  private static boolean hasSite(JsonNode place) {
    return site(place).isTextual();
  }

  private static JsonNode site(JsonNode place) {
    return place.has("website") ? place.path("website") : place.path("links").path("website");
  }

  private static Hit place(JsonNode place) {
    return hit(place, site(place), place.path("address"));
  }

  private static Hit hit(JsonNode titled, JsonNode url, JsonNode snippet) {
    return new Hit(titled.path("title").asText(), url.asText(), snippet.asText());
  }

  private static @Nullable String quote(JsonNode box) {
    return Stream.of("answer", "snippet", "result")
        .map(box::path)
        .filter(JsonNode::isValueNode)
        .map(JsonNode::asText)
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElse(null);
  }
}
