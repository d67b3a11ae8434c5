package notjarvis.launcher.client;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A request that is under way. One thread waits for it; any other may give it up. */
final class Call implements AutoCloseable {
  private final CompletableFuture<HttpResponse<Body>> response;
  private final Body body;

  private Call(CompletableFuture<HttpResponse<Body>> response, Body body) {
    this.response = response;
    this.body = body;
  }

  static Call send(HttpClient http, HttpRequest request) {
    Body body = new Body();
    return new Call(http.sendAsync(request, head -> body), body);
  }

  /**
   * Waits for the head of the response. The timeout of {@link HttpRequest} is not used: from Java
   * 26 on it covers the body too, and a stream may take long.
   *
   * @throws CancellationException when it was given up
   */
  HttpResponse<Body> head(Duration patience) throws IOException, InterruptedException {
    try {
      return response.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new HttpTimeoutException("no answer for " + patience.toSeconds() + " s");
    } catch (ExecutionException e) {
      throw broken(e.getCause());
    }
  }

  /** Lets go of the connection; does nothing when all of the response has come. */
  void giveUp() {
    response.cancel(true);
    body.giveUp();
  }

  @Override
  public void close() {
    giveUp();
  }

  static IOException broken(@Nullable Throwable cause) {
    if (cause instanceof CancellationException givenUp) {
      throw givenUp;
    }
    return cause instanceof IOException broken ? broken : new IOException(cause);
  }
}
