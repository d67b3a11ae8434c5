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
import notjarvis.failure.Failure;
import org.jspecify.annotations.Nullable;

/** The operator's own SearXNG. */
final class SearXng implements SearchProvider {
  private final Service service;

  SearXng(HttpCaller caller, URI base) {
    this.service = new Service("SearXNG", base, caller, Optional.empty());
  }

  @Override
  public Future<Found> search(String query) {
    HttpRequest<Buffer> request =
        service
            .request(HttpMethod.GET, "/search")
            .addQueryParam("q", query)
            .addQueryParam("format", "json")
            .addQueryParam("categories", "general");
    return service.ask(request).compose(this::read);
  }

  private Future<Found> read(Reply.Answer answer) {
    if (!answer.isOk()) {
      return Future.failedFuture(refused(answer.status()));
    }
    JsonNode body = answer.body();
    if (!body.path("results").isArray()) {
      return Future.failedFuture(service.notUnderstood());
    }
    Found found = new Found(hits(body), quote(body.path("answers")));
    return found.hits().isEmpty() && !body.path("unresponsive_engines").isEmpty()
        ? Future.failedFuture(service.failure("got no answer from the search engines behind it"))
        : Future.succeededFuture(found);
  }

  private Failure refused(int status) {
    return switch (status) {
      case 403 ->
          service.failure(
              "does not answer in JSON: add \"json\" to search.formats in its settings.yml");
      case 404 -> service.failure("was not found there: check SEARXNG_URL");
      case 429 -> service.failure("allows no more searches for now: check its limiter");
      default -> service.refused(status);
    };
  }

  private static List<Hit> hits(JsonNode body) {
    List<Hit> hits = new ArrayList<>();
    for (JsonNode box : body.path("infoboxes")) {
      hits.addAll(officialSites(box));
    }
    for (JsonNode page : body.path("results")) {
      hits.add(hit(page.path("title"), page.path("url"), page.path("content")));
    }
    return hits;
  }

  private static List<Hit> officialSites(JsonNode box) {
    List<Hit> sites = new ArrayList<>();
    for (JsonNode site : box.path("urls")) {
      if (site.path("official").asBoolean()) {
        sites.add(hit(box.path("infobox"), site.path("url"), box.path("content")));
      }
    }
    return sites;
  }

  private static Hit hit(JsonNode title, JsonNode url, JsonNode snippet) {
    return new Hit(title.asText(), url.asText(), snippet.asText());
  }

  /** Older versions answer with texts, newer ones with objects. */
  private static @Nullable String quote(JsonNode answers) {
    for (JsonNode answer : answers) {
      String text = answer.isTextual() ? answer.textValue() : answer.path("answer").asText();
      if (!text.isBlank()) {
        return text;
      }
    }
    return null;
  }
}
