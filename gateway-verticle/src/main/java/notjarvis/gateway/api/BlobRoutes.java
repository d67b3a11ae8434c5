package notjarvis.gateway.api;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import notjarvis.blob.Blob;
import notjarvis.blob.Blobs;
import notjarvis.blob.ReadBlob;
import notjarvis.bus.Bus;
import notjarvis.gateway.auth.SignIn;
import notjarvis.gateway.http.Pieces;

/**
 * {@code /v1/blobs}: pictures by their hash. All else is handed out as bytes, never to be shown.
 */
final class BlobRoutes {
  private static final Set<String> SHOWN =
      Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

  private static final Pattern WEAK = Pattern.compile("^W/");
  private static final int NOT_MODIFIED = 304;

  private final Bus bus;

  BlobRoutes(Bus bus) {
    this.bus = bus;
  }

  void read(RoutingContext ctx) {
    String hash = Asked.hash(ctx);
    bus.ask(Blobs.READ, new ReadBlob(SignIn.owner(ctx), hash))
        .onSuccess(blob -> send(ctx, hash, blob))
        .onFailure(ctx::fail);
  }

  private static void send(RoutingContext ctx, String hash, Blob blob) {
    String tag = "\"" + hash + "\"";
    ctx.response()
        .putHeader("ETag", tag)
        // what has this hash never changes, but whose it is has to be asked each time
        .putHeader("Cache-Control", "private, no-cache")
        .putHeader("Vary", "Authorization");
    if (has(ctx.request(), tag)) {
      ctx.response().setStatusCode(NOT_MODIFIED).end();
    } else {
      sendAll(ctx, blob);
    }
  }

  /** Whether the client has it already. */
  private static boolean has(HttpServerRequest request, String tag) {
    return request.headers().getAll("If-None-Match").stream()
        .flatMap(tags -> Stream.of(tags.split(",", -1)))
        .map(each -> WEAK.matcher(each.strip()).replaceFirst(""))
        .anyMatch(each -> each.equals(tag) || each.equals("*"));
  }

  private static void sendAll(RoutingContext ctx, Blob blob) {
    boolean shown = SHOWN.contains(blob.mediaType());
    ctx.response()
        .putHeader("Content-Type", shown ? blob.mediaType() : "application/octet-stream")
        .putHeader("Content-Disposition", shown ? "inline" : "attachment");
    Pieces.end(ctx.request(), Buffer.buffer(blob.bytes()));
  }
}
