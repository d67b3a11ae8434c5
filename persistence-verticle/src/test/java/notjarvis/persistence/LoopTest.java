package notjarvis.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopTest {
  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() {
    JournalClient.await(vertx.close());
  }

  private Future<Integer> later(int reached) {
    Promise<Integer> next = Promise.promise();
    vertx.runOnContext(now -> next.complete(reached + 1));
    return next.future();
  }

  @Test
  void itEndsHoweverManyStepsThereAre() {
    assertThat(JournalClient.await(Loop.from(0, n -> n == 50_000, this::later))).isEqualTo(50_000);
  }

  @Test
  void thereMayBeNothingToDo() {
    assertThat(JournalClient.await(Loop.from(3, n -> true, this::later))).isEqualTo(3);
  }

  @Test
  void aStepThatFailsOrThrowsIsTheEnd() {
    assertThatThrownBy(
            () -> JournalClient.await(Loop.from(0, n -> false, n -> Future.failedFuture("no"))))
        .hasMessageContaining("no");
    assertThatThrownBy(
            () ->
                JournalClient.await(
                    Loop.from(
                        0,
                        n -> false,
                        n -> {
                          throw new IllegalStateException("never");
                        })))
        .hasMessageContaining("never");
  }
}
