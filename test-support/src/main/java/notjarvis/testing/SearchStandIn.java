package notjarvis.testing;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands in for SerpApi, Tavily and SearXNG on loopback, all three at one address, and speaks as
 * they do. It knows the website of MIT and whatever it was told. Its key is {@link #KEY}.
 */
public final class SearchStandIn implements AutoCloseable {
  /** The key that SerpApi and Tavily accept here. */
  public static final String KEY = "stand-in-key";

  private static final Logger LOG = LoggerFactory.getLogger(SearchStandIn.class);
  private static final String HOST = "127.0.0.1";
  private static final int LONGEST_WAIT_SECONDS = 10;
  private static final List<SearchDialect> DIALECTS =
      List.of(new SerpApiDialect(), new TavilyDialect(), new SearXngDialect());
  private static final Known MIT =
      new Known(
          "mit",
          List.of(
              new SearchHit(
                  "MIT - Massachusetts Institute of Technology",
                  "https://web.mit.edu/",
                  "The website of the Massachusetts Institute of Technology."),
              new SearchHit(
                  "Massachusetts Institute of Technology - Wikipedia",
                  "https://en.wikipedia.org/wiki/Massachusetts_Institute_of_Technology",
                  "A private research university in Cambridge, Massachusetts."),
              new SearchHit(
                  "MIT OpenCourseWare", "https://ocw.mit.edu/", "Free course material from MIT.")));

  private final HttpServer server;
  private final List<Known> known = new CopyOnWriteArrayList<>(List.of(MIT));
  private final List<SearchRequest> requests = new CopyOnWriteArrayList<>();
  private final AtomicInteger abandoned = new AtomicInteger();
  private final Queue<BiFunction<SearchDialect, SearchRequest, SearchReply>> script =
      new ConcurrentLinkedQueue<>();

  private record Known(String words, List<SearchHit> hits) {
    boolean isMeantBy(String query) {
      String asked = " " + query.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ") + " ";
      return asked.contains(" " + words + " ");
    }
  }

  private SearchStandIn(Vertx vertx) {
    this.server = vertx.createHttpServer().requestHandler(this::receive);
  }

  /** Starts it on a free port and waits for it; not to be called on an event loop. */
  public static SearchStandIn start(Vertx vertx) {
    return start(vertx, 0);
  }

  /** Starts it on that port and waits for it; not to be called on an event loop. */
  public static SearchStandIn start(Vertx vertx, int port) {
    SearchStandIn standIn = new SearchStandIn(vertx);
    standIn
        .server
        .listen(port, HOST)
        .toCompletionStage()
        .toCompletableFuture()
        .orTimeout(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)
        .join();
    return standIn;
  }

  /** Runs it by hand as a SearXNG: {@code SearchStandIn 8888}. */
  public static void main(String[] args) {
    int port = args.length == 0 ? 8888 : Integer.parseInt(args[0]);
    SearchStandIn standIn = start(Vertx.vertx(), port);
    LOG.info("Searches are answered at {}", standIn.baseUri());
  }

  /** Its address, for any of the three services. */
  public URI baseUri() {
    return URI.create("http://" + HOST + ":" + server.actualPort());
  }

  /** From now on, whoever searches for something with these words in it finds these. */
  public void find(String words, SearchHit... hits) {
    known.add(0, new Known(words.toLowerCase(Locale.ROOT), List.of(hits)));
  }

  /** The next requests meet with these, one each. */
  public void next(SearchTrouble... troubles) {
    for (SearchTrouble trouble : troubles) {
      script.add((dialect, request) -> SearchReplies.inTrouble(trouble, dialect, request));
    }
  }

  /** The next requests are answered with these, one each. */
  public void next(SearchReply... replies) {
    for (SearchReply reply : replies) {
      script.add((dialect, request) -> reply);
    }
  }

  /** What it was asked so far. */
  public List<SearchRequest> requests() {
    return List.copyOf(requests);
  }

  /** How many answers the client did not wait for or read to the end. */
  public int abandoned() {
    return abandoned.get();
  }

  @Override
  public void close() {
    server
        .close()
        .toCompletionStage()
        .toCompletableFuture()
        .orTimeout(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)
        .join();
  }

  private void receive(HttpServerRequest request) {
    request.response().closeHandler(gone -> abandoned.incrementAndGet());
    request.body().onSuccess(body -> answer(request, received(request, body)));
  }

  private static SearchRequest received(HttpServerRequest request, Buffer body) {
    return new SearchRequest(
        request.method().name(),
        request.path(),
        map(request.params().entries()),
        map(request.headers().entries()),
        body.toString());
  }

  private static Map<String, String> map(List<Map.Entry<String, String>> entries) {
    return entries.stream()
        .collect(
            Collectors.toMap(
                e -> e.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue, (a, b) -> a));
  }

  private void answer(HttpServerRequest asked, SearchRequest request) {
    requests.add(request);
    Optional<SearchDialect> dialect =
        DIALECTS.stream().filter(each -> each.isSpokenBy(request)).findFirst();
    SearchReplies.send(
        asked,
        dialect
            .map(it -> reply(it, request))
            .orElseGet(() -> SearchReply.html(404, "<html><body>Not Found</body></html>")));
  }

  private SearchReply reply(SearchDialect dialect, SearchRequest request) {
    BiFunction<SearchDialect, SearchRequest, SearchReply> scripted = script.poll();
    if (scripted != null) {
      return scripted.apply(dialect, request);
    }
    return dialect.refusal(request).orElseGet(() -> found(dialect, dialect.query(request)));
  }

  private SearchReply found(SearchDialect dialect, String query) {
    List<SearchHit> hits =
        known.stream()
            .filter(each -> each.isMeantBy(query))
            .findFirst()
            .map(Known::hits)
            .orElse(List.of());
    return dialect.found(query, hits);
  }
}
