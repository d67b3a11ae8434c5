package notjarvis.gateway;

import io.vertx.core.Future;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** How a test waits for a future. */
final class Waiting {
  private static final int SECONDS = 15;

  private Waiting() {}

  /** The result; a failure is thrown as the cause of a {@link CompletionException}. */
  static <T> T on(Future<T> future) {
    return future
        .toCompletionStage()
        .toCompletableFuture()
        .orTimeout(SECONDS, TimeUnit.SECONDS)
        .join();
  }
}
