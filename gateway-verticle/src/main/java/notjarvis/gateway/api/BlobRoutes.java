package notjarvis.gateway.api;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
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
    boolean shown = SHOWN.contains(blob.mediaType());
    ctx.response()
        .putHeader("Content-Type", shown ? blob.mediaType() : "application/octet-stream")
        .putHeader("Content-Disposition", shown ? "inline" : "attachment")
        .putHeader("ETag", "\"" + hash + "\"")
        // what has this hash never changes; it is this owner's alone
        .putHeader("Cache-Control", "private, max-age=31536000, immutable");
    Pieces.end(ctx.request(), Buffer.buffer(blob.bytes()));
  }
}
