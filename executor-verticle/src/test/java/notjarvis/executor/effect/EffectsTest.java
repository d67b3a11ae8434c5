package notjarvis.executor.effect;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import notjarvis.action.Action;
import notjarvis.action.Effect;
import notjarvis.action.ExecuteAction;
import notjarvis.action.Observation;
import notjarvis.action.Observation.Status;
import notjarvis.failure.FailureCode;
import notjarvis.thread.ThreadKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EffectsTest {
  private static final Vertx VERTX = Vertx.vertx();
  private static final Observation DONE = Observation.done("done");

  @TempDir private Path home;
  private final AtomicInteger begun = new AtomicInteger();

  @AfterAll
  static void stop() {
    result(VERTX.close());
  }

  @Test
  void whatEndedIsRecalledAfterARestart() {
    result(effects(true).carryOut(order("r:1", "cats"), this::doing));

    Observation again = result(effects(true).carryOut(order("r:1", "cats"), this::doing));

    assertThat(again).isEqualTo(DONE);
    assertThat(begun).hasValue(1);
  }

  @Test
  void whatWasBegunBeforeARestartAndNeverEndedIsUnknown() {
    begunOnly("r:1", "cats");

    Observation again = result(effects(true).carryOut(order("r:1", "cats"), this::doing));
    Observation calledOff = result(effects(true).callOff("r:1"));

    assertThat(again.status()).isEqualTo(Status.UNKNOWN);
    assertThat(calledOff).isEqualTo(again);
    assertThat(begun).hasValue(0);
  }

  @Test
  void whatHarmsNobodyIsDoneAgainWhenItWasBegunBeforeARestartAndNeverEnded() {
    ExecuteAction harmless = order("r:1", "cats", Effect.IDEMPOTENT);
    result(log().note(Trace.begun(harmless.action())));

    Observation again = result(effects(true).carryOut(harmless, this::doing));
    Observation recalled = result(effects(true).carryOut(harmless, this::doing));

    assertThat(again).isEqualTo(DONE);
    assertThat(recalled).isEqualTo(DONE);
    assertThat(begun).hasValue(1);
  }

  @Test
  void anotherOrderUnderTheSameIdIsNotCarriedOut() {
    result(effects(true).carryOut(order("r:1", "cats"), this::doing));

    Observation other = result(effects(true).carryOut(order("r:1", "dogs"), this::doing));

    assertThat(other.status()).isEqualTo(Status.FAILED);
    assertThat(other.text()).isEqualTo("Another action was ordered here under the same id.");
    assertThat(begun).hasValue(1);
  }

  @Test
  void whatIsNoLongerWantedIsNotBegunAndMayBeOrderedAgain() {
    Observation refused = result(effects(false).carryOut(order("r:1", "cats"), this::doing));
    Observation allowed = result(effects(true).carryOut(order("r:1", "cats"), this::doing));

    assertThat(refused.status()).isEqualTo(Status.FAILED);
    assertThat(allowed).isEqualTo(DONE);
    assertThat(begun).hasValue(1);
  }

  @Test
  void nothingIsBegunWhenNobodyCanBeAskedAndItMayBeOrderedAgain() {
    Effects alone = new Effects(log(), order -> Future.failedFuture("no planner"));

    Throwable unasked =
        result(
            alone
                .carryOut(order("r:1", "cats"), this::doing)
                .transform(done -> Future.succeededFuture(done.cause())));

    assertThat(FailureCode.of(unasked)).isEqualTo(FailureCode.UNAVAILABLE);
    assertThat(begun).hasValue(0);
    assertThat(result(effects(true).carryOut(order("r:1", "cats"), this::doing))).isEqualTo(DONE);
  }

  @Test
  void whatTookTooLongToBeginIsNotBegunLaterEither() {
    Duration noTime = Duration.ofMillis(-1);
    Effects slow = new Effects(log(), order -> Future.succeededFuture(true), noTime);

    Observation late = result(slow.carryOut(order("r:1", "cats"), this::doing));
    Observation again = result(effects(true).carryOut(order("r:1", "cats"), this::doing));

    assertThat(late.text()).isEqualTo("It was not begun, because too much time had passed.");
    assertThat(again).isEqualTo(late);
    assertThat(begun).hasValue(0);
  }

  @Test
  void whatCannotBePutOnRecordIsNotBegun() throws IOException {
    Effects effects = effects(true);
    Files.delete(home.resolve("effects"));

    Observation refused = result(effects.carryOut(order("r:1", "cats"), this::doing));

    assertThat(refused.text()).startsWith("It was not begun, because this host cannot write");
    assertThat(begun).hasValue(0);
  }

  @Test
  void aRecordThatCannotBeReadCountsAsBegun() throws IOException {
    begunOnly("r:1", "cats");
    try (Stream<Path> records = Files.list(home.resolve("effects"))) {
      Files.writeString(records.findFirst().orElseThrow(), "{");
    }

    Observation again = result(effects(true).carryOut(order("r:1", "cats"), this::doing));

    assertThat(again.status()).isEqualTo(Status.UNKNOWN);
    assertThat(begun).hasValue(0);
  }

  @Test
  void recordsAreForgottenAfterAMonthAndNotBefore() throws IOException {
    begunOnly("old:1", "cats");
    Path old = home.resolve("effects");
    try (Stream<Path> records = Files.list(old)) {
      Instant then = Instant.now().minus(Duration.ofDays(31));
      Files.setLastModifiedTime(records.findFirst().orElseThrow(), FileTime.from(then));
    }
    begunOnly("new:1", "cats");

    EffectLog reopened = log();

    assertThat(result(reopened.find("old:1"))).isEmpty();
    assertThat(result(reopened.find("new:1"))).isPresent();
  }

  private void begunOnly(String id, String what) {
    result(log().note(Trace.begun(order(id, what).action())));
  }

  private Effects effects(boolean wanted) {
    return new Effects(log(), order -> Future.succeededFuture(wanted));
  }

  private EffectLog log() {
    return EffectLog.open(VERTX, home);
  }

  private Future<Observation> doing() {
    begun.incrementAndGet();
    return Future.succeededFuture(DONE);
  }

  private static ExecuteAction order(String id, String what) {
    return order(id, what, Effect.IRREVERSIBLE);
  }

  private static ExecuteAction order(String id, String what, Effect effect) {
    Action action = new Action(id, "do", Map.of("what", what), effect);
    return new ExecuteAction(ThreadKey.local("trip"), action, "planner");
  }

  private static <T> T result(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
  }
}
