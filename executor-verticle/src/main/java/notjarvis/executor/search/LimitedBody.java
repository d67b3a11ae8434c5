package notjarvis.executor.search;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;
import io.vertx.ext.web.codec.BodyCodec;
import io.vertx.ext.web.codec.spi.BodyStream;
import org.jspecify.annotations.Nullable;

/**
 * Takes in the body of one response as far as the limit. Past it, and when it is told to stop, it
 * reports a full queue for ever: the response is paused and its connection dies of idleness. To
 * fail a write instead would make the client read on until the other side ends.
 */
final class LimitedBody implements BodyCodec<Buffer>, BodyStream<Buffer> {

  /** The body was longer than the limit. */
  static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLarge() {
      super("body over the limit", null, false, false);
    }
  }

  private final int limit;
  private final Buffer buffer = Buffer.buffer();
  private final Promise<Buffer> whole = Promise.promise();

  /** Told to stop by a timer, which may run on another thread. */
  private volatile boolean stopped;

  LimitedBody(int limit) {
    this.limit = limit;
  }

  void stop() {
    stopped = true;
  }

  @Override
  public BodyStream<Buffer> stream() {
    return this;
  }

  @Override
  public Future<Buffer> result() {
    return whole.future();
  }

  @Override
  public Future<Void> write(Buffer data) {
    if (!stopped && buffer.length() + data.length() <= limit) {
      buffer.appendBuffer(data);
    } else {
      stop();
      whole.tryFail(new TooLarge());
    }
    return Future.succeededFuture();
  }

  @Override
  public boolean writeQueueFull() {
    return stopped;
  }

  @Override
  public Future<Void> end() {
    whole.tryComplete(buffer);
    return Future.succeededFuture();
  }

  @Override
  public void handle(Throwable failure) {
    whole.tryFail(failure);
  }

  @Override
  public WriteStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
    return this;
  }

  @Override
  public WriteStream<Buffer> setWriteQueueMaxSize(int size) {
    return this;
  }

  @Override
  public WriteStream<Buffer> drainHandler(@Nullable Handler<@Nullable Void> handler) {
    return this;
  }
}
