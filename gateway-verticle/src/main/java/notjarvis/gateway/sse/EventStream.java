package notjarvis.gateway.sse;

import io.netty.channel.ChannelFutureListener;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.impl.HttpServerConnection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A response that is a stream of events. Whoever writes asks first whether it {@link #isFull()}; a
 * reader who stopped reading is cut off after {@link StreamLimits#silence()}.
 */
public final class EventStream {
  private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);

  private final HttpServerRequest request;
  private final HttpServerResponse response;
  private boolean over;

  public EventStream(HttpServerRequest request) {
    this.request = request;
    this.response = request.response();
  }

  /**
   * Sends the head at once.
   *
   * @param onRoom is run whenever there is room again after the stream was full
   */
  public void open(Runnable onRoom) {
    if (isOver()) {
      return;
    }
    response.drainHandler(drained -> onRoom.run());
    response
        .setChunked(true)
        // clients that find no charset read text as ISO-8859-1
        .putHeader("Content-Type", "text/event-stream; charset=utf-8")
        .putHeader("Cache-Control", "no-cache, no-transform")
        // asks proxies not to gather what is meant to arrive now
        .putHeader("X-Accel-Buffering", "no")
        .writeHead();
  }

  /** Whether more waits for the reader than should; what is sent all the same waits too. */
  public boolean isFull() {
    return !isOver() && response.writeQueueFull();
  }

  /**
   * Sends events, in this order; does nothing once the stream is over.
   *
   * @return whether anything was written
   */
  public boolean send(List<Frame> frames) {
    StringBuilder wire = new StringBuilder();
    frames.forEach(frame -> wire.append(frame.wire()));
    return write(wire.toString());
  }

  /** To be called once a heartbeat: shows that the stream lives, unless something else waits. */
  public void beat() {
    if (!isFull()) {
      write(Frame.HEARTBEAT);
    }
  }

  /** Ends the stream in good order. */
  public void end() {
    if (!isOver()) {
      over = true;
      response.end();
    }
  }

  /**
   * Closes the stream at once, whatever still waits for its reader.
   *
   * @param why for the log
   */
  public void cutOff(String why) {
    if (isOver()) {
      return;
    }
    over = true;
    LOG.info("A stream was closed, because {}; its run goes on", why);
    // close() of the connection waits until all is read: perhaps for ever, and so would a shutdown
    ((HttpServerConnection) request.connection())
        .channelHandlerContext()
        .close()
        .addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
  }

  private boolean write(String wire) {
    if (wire.isEmpty() || isOver()) {
      return false;
    }
    response.write(Buffer.buffer(wire));
    return true;
  }

  private boolean isOver() {
    return over || response.closed();
  }
}
