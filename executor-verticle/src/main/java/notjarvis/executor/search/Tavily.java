package notjarvis.executor.search;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import notjarvis.config.Secret;
import notjarvis.failure.Failure;
import notjarvis.json.Json;
import org.jspecify.annotations.Nullable;

/** Tavily, with a key or in its keyless mode, whose limit is shared with others. */
final class Tavily implements SearchProvider {
  private final Service service;
  private final Optional<Secret> key;

  private record Question(
      String query,
      @JsonProperty("search_depth") String depth,
      @JsonProperty("max_results") int most,
      @JsonProperty("include_answer") String answer) {}

  private Tavily(Service service, Optional<Secret> key) {
    this.service = service;
    this.key = key;
  }

  static Tavily withKey(HttpCaller caller, URI base, Secret key) {
    return new Tavily(new Service("Tavily", base, caller, Optional.of(key)), Optional.of(key));
  }

  static Tavily keyless(HttpCaller caller, URI base) {
    return new Tavily(
        new Service("Tavily without a key", base, caller, Optional.empty()), Optional.empty());
  }

  @Override
  public Future<Found> search(String query) {
    HttpRequest<Buffer> request =
        service.request(HttpMethod.POST, "/search").putHeader("Content-Type", "application/json");
    key.ifPresentOrElse(
        it -> request.bearerTokenAuthentication(it.value()),
        () -> request.putHeader("X-Tavily-Access-Mode", "keyless"));
    byte[] question = Json.writeBytes(new Question(query, "basic", 8, "basic"));
    return service.ask(request, Buffer.buffer(question)).compose(this::read);
  }

  private Future<Found> read(Reply.Answer answer) {
    if (answer.body().path("error").isObject()) {
      return Future.failedFuture(limited(answer));
    }
    if (!answer.isOk()) {
      return Future.failedFuture(refused(answer.status()));
    }
    JsonNode results = answer.body().path("results");
    if (!results.isArray()) {
      return Future.failedFuture(service.notUnderstood());
    }
    return Future.succeededFuture(new Found(hits(results), quote(answer.body())));
  }

  private Failure limited(Reply.Answer answer) {
    String again =
        answer
            .askedPause()
            .map(pause -> "try again in " + pause.toSeconds() + " seconds, or ")
            .orElse("");
    return service.failure("allows no more searches for now: " + again + "set TAVILY_API_KEY");
  }

  private Failure refused(int status) {
    return switch (status) {
      case 401, 403 ->
          service.failure(
              key.isPresent()
                  ? "refused the key: check TAVILY_API_KEY"
                  : "asks for a key: set TAVILY_API_KEY");
      case 429 -> service.failure("allows no more searches for now: its limit is reached");
      case 432, 433 -> service.failure("allows no more searches: the plan is used up");
      default -> service.refused(status);
    };
  }

  private static List<Hit> hits(JsonNode results) {
    List<Hit> hits = new ArrayList<>();
    for (JsonNode page : results) {
      hits.add(
          new Hit(
              page.path("title").asText(),
              page.path("url").asText(),
              page.path("content").asText()));
    }
    return hits;
  }

  private static @Nullable String quote(JsonNode body) {
    String answer = body.path("answer").asText("");
    return answer.isBlank() ? null : answer;
  }
}
