package notjarvis.launcher.server;

import io.vertx.core.Future;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for what is asynchronous, on the thread that starts or stops a process. */
final class Waiting {
  private static final long LONGEST_END_SECONDS = 20;

  private Waiting() {}

  /** What came of it; a failure that is a {@link RuntimeException} is thrown as it is. */
  static <T> T until(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** Waits for the end of a part, but not for ever: the process is to end all the same. */
  static void untilOver(Future<?> future)
      throws ExecutionException, InterruptedException, TimeoutException {
    future.toCompletionStage().toCompletableFuture().get(LONGEST_END_SECONDS, TimeUnit.SECONDS);
  }
}
