package notjarvis.launcher.client;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import notjarvis.sse.ServerSentEvent;
import notjarvis.sse.SseParser;

/** The stream of one run, read from its first event to {@code [DONE]}. */
final class Following {
  private final Errand errand;
  private final Consumer<ServerSentEvent> events;
  private boolean done;

  Following(Errand errand, Consumer<ServerSentEvent> events) {
    this.errand = errand;
    this.events = events;
  }

  /**
   * Reads to the end.
   *
   * @param silence how long nothing at all may come
   */
  Ending follow(Body body, Duration silence) throws ServerException, InterruptedException {
    SseParser parser = new SseParser(this::take);
    while (!done) {
      byte[] piece = piece(body, silence);
      if (piece.length == 0) {
        throw ServerException.cut(errand.runId());
      }
      feed(parser, piece);
    }
    return errand.ending();
  }

  private byte[] piece(Body body, Duration silence) throws ServerException, InterruptedException {
    try {
      return body.next(silence);
    } catch (IOException e) {
      throw ServerException.cut(errand.runId());
    }
  }

  private void feed(SseParser parser, byte[] piece) throws ServerException {
    try {
      parser.feed(piece);
    } catch (IllegalStateException e) {
      throw ServerException.unreadable(errand.runId(), e);
    }
  }

  private void take(ServerSentEvent event) {
    if (event.event().equals("message") && event.data().equals("[DONE]")) {
      done = true;
      return;
    }
    events.accept(event);
    errand.heard(event);
  }
}
