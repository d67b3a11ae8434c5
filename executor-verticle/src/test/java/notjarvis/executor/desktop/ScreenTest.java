package notjarvis.executor.desktop;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import notjarvis.action.Observation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class ScreenTest {
  private final MovingClock clock = new MovingClock();
  private final CountDownLatch workerIsBusy = new CountDownLatch(1);
  private final CountDownLatch workerIsFree = new CountDownLatch(1);
  private final AtomicInteger begun = new AtomicInteger();

  @Test
  void workThatWaitedTooLongForAWorkerIsNotBegun(Vertx vertx) throws Exception {
    Observation observation = afterAWaitOf(Duration.ofMillis(20_001), vertx);

    assertThat(begun).hasValue(0);
    assertThat(observation)
        .isEqualTo(
            Observation.failed(
                "That was not started, because the desktop was busy with other work for more than"
                    + " 20 seconds. Ask again."));
  }

  @Test
  void workThatWaitedALittleIsDone(Vertx vertx) throws Exception {
    assertThat(afterAWaitOf(Duration.ofSeconds(20), vertx)).isEqualTo(Observation.done("done"));
    assertThat(begun).hasValue(1);
  }

  private Observation afterAWaitOf(Duration wait, Vertx vertx) throws Exception {
    Screen screen = screen(vertx);
    Future<Observation> first = screen.use(this::keepTheWorker);
    assertThat(workerIsBusy.await(10, SECONDS)).isTrue();
    Future<Observation> second = screen.use(this::count);
    clock.goOn(wait);
    workerIsFree.countDown();
    assertThat(result(first).succeeded()).isTrue();
    return result(second);
  }

  private Screen screen(Vertx vertx) {
    Desktop desktop =
        Desktop.of(new Host("Mac OS X", Map.of(), Path.of("/")), RecordingLauncher.exiting(0));
    return new Screen(vertx.createSharedWorkerExecutor("screen-test", 1), desktop, clock);
  }

  private Observation keepTheWorker(Desktop desktop, Deadline latestStart) {
    workerIsBusy.countDown();
    try {
      return Observation.done(String.valueOf(workerIsFree.await(10, SECONDS)));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Observation count(Desktop desktop, Deadline latestStart) {
    begun.incrementAndGet();
    return Observation.done("done");
  }

  private static Observation result(Future<Observation> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(20, SECONDS);
  }
}
