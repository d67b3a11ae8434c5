package notjarvis.executor.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import notjarvis.action.Action;
import notjarvis.action.CallOff;
import notjarvis.action.Effect;
import notjarvis.action.ExecuteAction;
import notjarvis.action.Observation;
import notjarvis.executor.effect.EffectLog;
import notjarvis.executor.effect.Effects;
import notjarvis.thread.ThreadKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

final class ActionsTest {
  private static final Map<String, Object> CATS = Map.of("what", "cats");
  private static final Vertx VERTX = Vertx.vertx();

  @TempDir private Path home;

  @AfterAll
  static void stop() {
    result(VERTX.close());
  }

  @Test
  void anActionIsFoundByItsNameAndByAnAlias() {
    Actions actions = actions(Effect.PURE, ActionsTest::echo);

    assertThat(observe(actions, order("1:1", "do", CATS)).text()).isEqualTo("cats");
    assertThat(observe(actions, order("1:2", "do-alias", CATS)).text()).isEqualTo("cats");
  }

  @Test
  void anUnknownActionIsAnObservation() {
    Observation observation =
        observe(actions(Effect.PURE, ActionsTest::echo), order("1:1", "dance", CATS));

    assertThat(observation.status()).isEqualTo(Observation.Status.FAILED);
    assertThat(observation.text()).isEqualTo("There is no action called \"dance\" here.");
  }

  @Test
  void wrongArgumentsAreAnObservationAndNeverReachTheAction() {
    AtomicInteger done = new AtomicInteger();
    Actions actions = actions(Effect.PURE, arguments -> counted(done));

    assertThat(observe(actions, order("1:1", "do", Map.of())).text())
        .isEqualTo("That cannot be done: do needs \"what\".");
    assertThat(observe(actions, order("1:2", "do", Map.of("what", 1))).text())
        .isEqualTo("That cannot be done: \"what\" of do has to be of type string.");
    assertThat(observe(actions, order("1:3", "do", Map.of("what", "x", "more", "y"))).text())
        .isEqualTo("That cannot be done: do takes no \"more\".");
    assertThat(done).hasValue(0);
  }

  @Test
  void twoActionsWithOneNameAreADefect() {
    Doing one = Doing.of("do", Effect.PURE, ActionsTest::echo);
    Doing other = Doing.of("do-alias", Effect.PURE, ActionsTest::echo);

    assertThatThrownBy(() -> actions(List.of(one, other), Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("two actions answer to \"do-alias\"");
  }

  @Test
  void theCatalogueKeepsTheOrder() {
    Doing one = Doing.of("one", Effect.PURE, ActionsTest::echo);
    Doing two = Doing.of("two", Effect.PURE, ActionsTest::echo);

    assertThat(actions(List.of(two, one), Duration.ofSeconds(1)).specs())
        .containsExactly(two.spec(), one.spec());
  }

  @Test
  void anExceptionIsTheLogsBusinessAndNamesActionAndThread() {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    Logger logger = (Logger) LoggerFactory.getLogger(Actions.class);
    logger.addAppender(log);
    try {
      Actions actions = actions(Effect.PURE, ActionsTest::throwing);

      Observation observation = observe(actions, order("run-7:1", "do", CATS));

      assertThat(observation)
          .isEqualTo(
              Observation.failed(
                  "Something went wrong inside Not-Jarvis; logs/jarvis.log says what."));
      assertThat(log.list).hasSize(1);
      assertThat(log.list.get(0).getFormattedMessage()).contains("run-7:1", "trip");
      assertThat(log.list.get(0).getThrowableProxy().getMessage()).isEqualTo("boom");
    } finally {
      logger.detachAppender(log);
    }
  }

  @Test
  void aFailedFutureIsAnObservation() {
    Actions actions =
        actions(Effect.IDEMPOTENT, arguments -> Future.failedFuture(new IllegalStateException()));

    assertThat(observe(actions, order("1:1", "do", CATS)).status())
        .isEqualTo(Observation.Status.FAILED);
  }

  @Test
  void ofAnIrreversibleActionThatBrokeNobodyKnowsWhetherItWasDone() {
    Actions actions = actions(Effect.IRREVERSIBLE, ActionsTest::throwing);

    assertThat(observe(actions, order("1:1", "do", CATS)).status())
        .isEqualTo(Observation.Status.UNKNOWN);
  }

  @Test
  void aPureActionThatTakesTooLongHasFailed() {
    Actions actions = actions(Effect.PURE, arguments -> Promise.<Observation>promise().future());

    Observation observation = observe(actions, order("1:1", "do", CATS));

    assertThat(observation.status()).isEqualTo(Observation.Status.FAILED);
    assertThat(observation.text()).startsWith("It was not done within");
  }

  @ParameterizedTest
  @EnumSource(
      value = Effect.class,
      names = {"IDEMPOTENT", "IRREVERSIBLE"})
  void anActionWithAnEffectThatTakesTooLongIsUnknown(Effect effect) {
    Actions actions = actions(effect, arguments -> Promise.<Observation>promise().future());

    assertThat(observe(actions, order("1:1", "do", CATS)).status())
        .isEqualTo(Observation.Status.UNKNOWN);
  }

  @Test
  void aRepeatedIdJoinsWhatIsUnderWay() {
    AtomicInteger begun = new AtomicInteger();
    Promise<Observation> end = Promise.promise();
    Actions actions = patient(arguments -> counted(begun).compose(it -> end.future()));

    Future<Observation> first = actions.carryOut(order("1:1", "do", CATS));
    Future<Observation> second = actions.carryOut(order("1:1", "do", CATS));
    end.complete(Observation.done("once"));

    assertThat(result(first).text()).isEqualTo("once");
    assertThat(result(second).text()).isEqualTo("once");
    assertThat(begun).hasValue(1);
  }

  @Test
  void whatTookTooLongIsStillUnderWayAndJoined() {
    AtomicInteger begun = new AtomicInteger();
    Promise<Observation> end = Promise.promise();
    Doing doing =
        Doing.of("do", Effect.IRREVERSIBLE, it -> counted(begun).compose(done -> end.future()));
    Actions actions = actions(List.of(doing), Duration.ofSeconds(1));

    Observation late = observe(actions, order("1:1", "do", CATS));
    Future<Observation> again = actions.carryOut(order("1:1", "do", CATS));
    end.complete(Observation.done("at last"));

    assertThat(late.status()).isEqualTo(Observation.Status.UNKNOWN);
    assertThat(result(again).text()).isEqualTo("at last");
    assertThat(begun).hasValue(1);
  }

  @Test
  void anotherActionUnderTheIdOfOneUnderWayIsRefused() {
    Promise<Observation> end = Promise.promise();
    Actions actions = patient(arguments -> end.future());
    Future<Observation> first = actions.carryOut(order("1:1", "do", CATS));

    assertThat(observe(actions, order("1:1", "do", Map.of("what", "dogs"))).succeeded()).isFalse();
    end.complete(Observation.done("cats"));
    assertThat(result(first).text()).isEqualTo("cats");
  }

  @Test
  void whatIsThroughIsNotJoined() {
    AtomicInteger done = new AtomicInteger();
    Actions actions = actions(Effect.PURE, arguments -> counted(done));

    observe(actions, order("1:1", "do", CATS));
    observe(actions, order("1:1", "do", CATS));

    assertThat(done).hasValue(2);
  }

  @Test
  void callingOffWhatIsUnderWayWaitsForWhatComesOfIt() {
    Promise<Observation> end = Promise.promise();
    Promise<Void> begun = Promise.promise();
    Doing doing =
        Doing.of(
            "do",
            Effect.IRREVERSIBLE,
            arguments -> {
              begun.complete();
              return end.future();
            });
    Actions actions = actions(List.of(doing), Duration.ofSeconds(10));
    Future<Observation> ordered = actions.carryOut(order("1:1", "do", CATS));
    result(begun.future());

    Future<Observation> calledOff = actions.callOff(new CallOff("1:1"));
    end.complete(Observation.done("done all the same"));

    assertThat(result(calledOff)).isEqualTo(result(ordered));
    assertThat(result(calledOff).text()).isEqualTo("done all the same");
  }

  @Test
  void whatWasCalledOffBeforeItWasOrderedIsNeverBegun() {
    AtomicInteger done = new AtomicInteger();
    Actions actions = actions(Effect.IRREVERSIBLE, arguments -> counted(done));

    Observation calledOff = result(actions.callOff(new CallOff("1:1")));
    Observation ordered = observe(actions, order("1:1", "do", CATS));

    assertThat(ordered).isEqualTo(calledOff);
    assertThat(ordered.text()).isEqualTo("It was called off before it began.");
    assertThat(done).hasValue(0);
  }

  @Test
  void whatWasDoneOnceIsToldAndNotDoneAgain() {
    AtomicInteger done = new AtomicInteger();
    Actions actions = actions(Effect.IRREVERSIBLE, arguments -> counted(done));

    Observation first = observe(actions, order("1:1", "do", CATS));
    Observation second = observe(actions, order("1:1", "do", CATS));

    assertThat(second).isEqualTo(first);
    assertThat(done).hasValue(1);
  }

  @Test
  void whatComesOutIsBounded() {
    Actions actions =
        actions(
            Effect.PURE, arguments -> Future.succeededFuture(Observation.done("x".repeat(10_000))));

    assertThat(observe(actions, order("1:1", "do", CATS)).text()).hasSize(4_000);
  }

  private static Future<Observation> echo(Arguments arguments) {
    return Future.succeededFuture(Observation.done(arguments.text("what")));
  }

  private static Future<Observation> throwing(Arguments arguments) {
    throw new IllegalStateException("boom");
  }

  private static Future<Observation> counted(AtomicInteger counter) {
    counter.incrementAndGet();
    return Future.succeededFuture(Observation.done("done"));
  }

  private Actions actions(Effect effect, Function<Arguments, Future<Observation>> doing) {
    return actions(List.of(Doing.of("do", effect, doing)), Duration.ofMillis(100));
  }

  private Actions patient(Function<Arguments, Future<Observation>> doing) {
    return actions(List.of(Doing.of("do", Effect.PURE, doing)), Duration.ofSeconds(10));
  }

  private Actions actions(List<ActionHandler> handlers, Duration timeLimit) {
    EffectLog log = EffectLog.open(VERTX, home);
    Effects effects = new Effects(log, order -> Future.succeededFuture(true));
    return new Actions(handlers, effects, timeLimit);
  }

  private static ExecuteAction order(String id, String name, Map<String, Object> arguments) {
    return new ExecuteAction(
        ThreadKey.local("trip"), new Action(id, name, arguments, Effect.PURE), "planner");
  }

  private static Observation observe(Actions actions, ExecuteAction order) {
    return result(actions.carryOut(order));
  }

  private static <T> T result(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
  }
}
