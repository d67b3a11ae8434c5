package notjarvis.launcher.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The body of a response, read piece by piece as it comes. It is not an input stream because those
 * of the HTTP client wait for ever and cannot be interrupted.
 */
final class Body implements BodySubscriber<Body> {
  private static final byte[] END = {};

  private final BlockingQueue<CompletableFuture<byte[]>> pieces = new LinkedBlockingQueue<>();
  private @Nullable Subscription subscription;
  private boolean givenUp;

  /** There from the first byte on: whoever wants it reads it. */
  @Override
  public CompletionStage<Body> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public synchronized void onSubscribe(Subscription source) {
    if (givenUp) {
      source.cancel();
      return;
    }
    subscription = source;
    source.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    ByteArrayOutputStream piece = new ByteArrayOutputStream();
    for (ByteBuffer buffer : buffers) {
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      piece.writeBytes(bytes);
    }
    if (piece.size() > 0) {
      pieces.add(CompletableFuture.completedFuture(piece.toByteArray()));
    } else {
      demand();
    }
  }

  @Override
  public void onError(Throwable failure) {
    pieces.add(CompletableFuture.failedFuture(failure));
  }

  @Override
  public void onComplete() {
    pieces.add(CompletableFuture.completedFuture(END));
  }

  /**
   * The next piece; an empty one is the end.
   *
   * @param patience how long nothing at all may come
   * @throws IOException when the connection broke, or nothing came
   * @throws CancellationException when it was given up
   */
  byte[] next(Duration patience) throws IOException, InterruptedException {
    CompletableFuture<byte[]> piece = pieces.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    if (piece == null) {
      throw new HttpTimeoutException("nothing came for " + patience.toSeconds() + " s");
    }
    try {
      byte[] bytes = piece.join();
      demand();
      return bytes;
    } catch (CompletionException e) {
      throw Call.broken(e.getCause());
    }
  }

  /**
   * The whole of it as text, or its beginning.
   *
   * @param most how many bytes are read at most
   * @param patience how long all of it may take
   */
  String text(int most, Duration patience) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    byte[] piece = next(patience);
    while (piece.length > 0 && text.size() + piece.length < most) {
      text.writeBytes(piece);
      piece = next(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
    }
    text.write(piece, 0, Math.min(piece.length, most - text.size()));
    return text.toString(StandardCharsets.UTF_8);
  }

  /** Lets go of the connection; whoever waits for a piece is told. */
  synchronized void giveUp() {
    givenUp = true;
    pieces.add(CompletableFuture.failedFuture(new CancellationException("given up")));
    if (subscription != null) {
      subscription.cancel();
    }
  }

  private synchronized void demand() {
    if (subscription != null) {
      subscription.request(1);
    }
  }
}
