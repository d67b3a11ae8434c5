package notjarvis.testing;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;

/** Which answer each trouble is, and how an answer goes out. */
final class SearchReplies {
  private static final Buffer CHUNK = Buffer.buffer(" ".repeat(64 * 1024));
  private static final String PAGE = "<!DOCTYPE html><html><body>Please sign in</body></html>";

  private SearchReplies() {}

  static SearchReply inTrouble(
      SearchTrouble trouble, SearchDialect dialect, SearchRequest request) {
    SearchReply found = dialect.found(dialect.query(request), List.of());
    return switch (trouble) {
      case NO_HITS -> found;
      case QUOTA -> dialect.quota(request);
      case JSON_NOT_ENABLED -> SearchReply.html(403, "<html><body>Forbidden</body></html>");
      case SERVER_ERROR -> SearchReply.html(500, "<html><body>Internal error</body></html>");
      case HTML_INSTEAD_OF_JSON -> SearchReply.html(200, PAGE);
      case REDIRECT -> SearchReply.html(302, "").with("location", "/elsewhere");
      case CUT_BODY -> found.coming(SearchReply.Manner.CUT);
      case HANG -> found.coming(SearchReply.Manner.HANGING);
      case ENDLESS_BODY -> found.coming(SearchReply.Manner.ENDLESS);
    };
  }

  static void send(HttpServerRequest request, SearchReply reply) {
    HttpServerResponse response = request.response().setStatusCode(reply.status());
    reply.headers().forEach(response::putHeader);
    Buffer body = Buffer.buffer(reply.body());
    switch (reply.manner()) {
      case WHOLE -> response.end(body);
      case CUT -> cut(request, body);
      case ENDLESS -> goOn(response.setChunked(true));
      case HANGING -> {
        // the client has to know for itself how long to wait
      }
    }
  }

  private static void cut(HttpServerRequest request, Buffer body) {
    request.response().putHeader("content-length", String.valueOf(body.length()));
    request
        .response()
        .write(body.slice(0, body.length() / 2))
        .onComplete(sent -> request.connection().close());
  }

  private static void goOn(HttpServerResponse response) {
    response.write(CHUNK).onSuccess(sent -> goOn(response));
  }
}
