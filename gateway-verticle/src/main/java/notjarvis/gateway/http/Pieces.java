package notjarvis.gateway.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/**
 * A large body on its way, in pieces, as fast as its reader takes them: one who is slow is seen to
 * get on, and one who stopped is seen to have stopped.
 */
public final class Pieces {
  private static final int PIECE = 16 * 1024;

  private final HttpServerResponse response;
  private final Buffer body;
  private int sent;

  private Pieces(HttpServerResponse response, Buffer body) {
    this.response = response;
    this.body = body;
  }

  /** Answers a request with this body, or with its length alone if no more was asked for. */
  public static void end(HttpServerRequest request, Buffer body) {
    HttpServerResponse response = request.response();
    response.putHeader("Content-Length", Integer.toString(body.length()));
    if (request.method().equals(HttpMethod.HEAD)) {
      response.end();
      return;
    }
    Pieces pieces = new Pieces(response, body);
    response.drainHandler(drained -> pieces.send());
    pieces.send();
  }

  private void send() {
    while (sent < body.length() && !response.closed() && !response.writeQueueFull()) {
      int end = Math.min(sent + PIECE, body.length());
      Buffer piece = body.slice(sent, end);
      sent = end;
      response.write(piece);
    }
    if (sent == body.length() && !response.ended() && !response.closed()) {
      response.end();
    }
  }
}
