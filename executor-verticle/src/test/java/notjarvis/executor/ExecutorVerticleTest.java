package notjarvis.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import notjarvis.action.Action;
import notjarvis.action.ActionSpec;
import notjarvis.action.Effect;
import notjarvis.action.ExecuteAction;
import notjarvis.action.ExecutorAnnounced;
import notjarvis.action.Executors;
import notjarvis.action.Observation;
import notjarvis.action.Permission;
import notjarvis.action.RollCall;
import notjarvis.bus.Bus;
import notjarvis.config.Settings;
import notjarvis.executor.action.ActionHandler;
import notjarvis.executor.action.Doing;
import notjarvis.failure.Failure;
import notjarvis.failure.FailureCode;
import notjarvis.testing.SearchStandIn;
import notjarvis.thread.ThreadKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExecutorVerticleTest {
  @TempDir Path home;

  private final Vertx vertx = Vertx.vertx();
  private final Bus bus = Bus.open(vertx);
  private final BlockingQueue<ExecutorAnnounced> announced = new LinkedBlockingQueue<>();

  @BeforeEach
  void listen() {
    result(bus.listen(Executors.ANNOUNCED, announced::add).completion());
    result(
        bus.answer(
                Executors.PERMISSION.of("planner"),
                asked -> Future.succeededFuture(new Permission(true)))
            .completion());
  }

  @AfterEach
  void close() {
    result(vertx.close());
  }

  @Test
  void itSearchesOverTheBus() throws InterruptedException {
    try (SearchStandIn standIn = SearchStandIn.start(vertx)) {
      deploy(
          new ExecutorVerticle(bus, settings(Map.of("SEARXNG_URL", standIn.baseUri().toString()))));

      Observation observation =
          ask(nextAnnounced().instance(), "1:1", "search", Map.of("query", "the MIT website"));

      assertThat(observation.results().get(0).url()).isEqualTo("https://web.mit.edu/");
    }
  }

  @Test
  void withoutAnyConfigurationItStartsAndSaysWhatToSet() throws InterruptedException {
    deploy(new ExecutorVerticle(bus, settings(Map.of())));

    Observation observation =
        ask(nextAnnounced().instance(), "1:1", "search", Map.of("query", "cats"));

    assertThat(observation.text()).contains("SEARXNG_URL");
  }

  @Test
  void itAnnouncesItselfAtOnceAndEverySecond() throws InterruptedException {
    deploy(new ExecutorVerticle(bus, settings(Map.of())));

    ExecutorAnnounced first = nextAnnounced();
    ExecutorAnnounced second = nextAnnounced();

    assertThat(first).isEqualTo(second);
    assertThat(first.actions()).extracting(ActionSpec::name).contains("search");
    assertThat(home.resolve("executor-id")).content().contains(first.instance());
  }

  @Test
  void itAnswersTheRollCallOfALatecomer() throws InterruptedException {
    deploy(new ExecutorVerticle(bus, settings(Map.of())));
    ExecutorAnnounced first = nextAnnounced();
    int calls = 20;
    for (int call = 0; call < calls; call++) {
      bus.publish(Executors.ROLL_CALL, new RollCall("planner"));
    }

    await().atMost(Duration.ofSeconds(5)).until(() -> announced.size() >= calls);
    assertThat(announced).allMatch(first::equals);
  }

  @Test
  void itIsTheSameInstanceAfterARestart() throws InterruptedException {
    String deployment = deploy(new ExecutorVerticle(bus, settings(Map.of())));
    String before = nextAnnounced().instance();
    result(vertx.undeploy(deployment));
    announced.clear();

    deploy(new ExecutorVerticle(bus, settings(Map.of())));

    assertThat(nextAnnounced().instance()).isEqualTo(before);
  }

  @Test
  void aRepeatedOrderJoinsTheFirst() throws InterruptedException {
    AtomicInteger begun = new AtomicInteger();
    Promise<Observation> end = Promise.promise();
    String instance =
        deployed(
            Doing.of("do", Effect.IRREVERSIBLE, it -> counted(begun, end.future())),
            Duration.ofSeconds(10));

    Future<Observation> first = order(instance, "1:1", "do", Map.of("what", "x"));
    Future<Observation> second = order(instance, "1:1", "do", Map.of("what", "x"));
    await().until(() -> begun.get() == 1);
    // both orders were delivered in order before this one is answered
    ask(instance, "1:2", "unknown", Map.of());
    end.complete(Observation.done("once"));

    assertThat(result(first).text()).isEqualTo("once");
    assertThat(result(second).text()).isEqualTo("once");
    assertThat(begun).hasValue(1);
  }

  private static Future<Observation> counted(AtomicInteger counter, Future<Observation> outcome) {
    counter.incrementAndGet();
    return outcome;
  }

  @Test
  void anIrreversibleActionThatTakesTooLongIsUnknown() throws InterruptedException {
    String instance =
        deployed(
            Doing.of("do", Effect.IRREVERSIBLE, it -> Promise.<Observation>promise().future()),
            Duration.ofMillis(100));

    assertThat(ask(instance, "1:1", "do", Map.of("what", "x")).status())
        .isEqualTo(Observation.Status.UNKNOWN);
  }

  @Test
  void stoppedItClosesWhatItHoldsAndAnswersNoMore() throws InterruptedException {
    AtomicBoolean closed = new AtomicBoolean();
    String deployment =
        deploy(
            new ExecutorVerticle(
                bus,
                settings(Map.of()),
                (vertx, settings) -> new Handlers(List.of(), () -> closed.set(true)),
                Duration.ofMillis(200)));
    String instance = nextAnnounced().instance();

    result(vertx.undeploy(deployment));

    assertThat(closed).isTrue();
    assertThatThrownBy(() -> ask(instance, "1:1", "do", Map.of()))
        .hasCauseInstanceOf(Failure.class)
        .cause()
        .hasFieldOrPropertyWithValue("code", FailureCode.UNAVAILABLE);
  }

  @Test
  void aCorruptIdentityStopsTheStartAndNamesTheFile() throws IOException {
    Path file = home.resolve("executor-id");
    Files.writeString(file, "nonsense");

    assertThatThrownBy(() -> deploy(new ExecutorVerticle(bus, settings(Map.of()))))
        .hasMessageContaining(file.toString());
  }

  private Settings settings(Map<String, String> values) {
    Map<String, String> all = new HashMap<>(values);
    all.put("JARVIS_HOME", home.toString());
    return Settings.read(all);
  }

  private String deployed(ActionHandler handler, Duration timeLimit) throws InterruptedException {
    deploy(
        new ExecutorVerticle(
            bus,
            settings(Map.of()),
            (vertx, settings) -> new Handlers(List.of(handler), () -> {}),
            timeLimit));
    return nextAnnounced().instance();
  }

  private String deploy(ExecutorVerticle verticle) {
    return result(vertx.deployVerticle(verticle));
  }

  private ExecutorAnnounced nextAnnounced() throws InterruptedException {
    ExecutorAnnounced next = announced.poll(5, TimeUnit.SECONDS);
    assertThat(next).as("an announcement within 5 seconds").isNotNull();
    return next;
  }

  private Observation ask(String instance, String id, String name, Map<String, Object> arguments) {
    return result(order(instance, id, name, arguments));
  }

  private Future<Observation> order(
      String instance, String id, String name, Map<String, Object> arguments) {
    Action action = new Action(id, name, arguments, Effect.PURE);
    return bus.ask(
        Executors.EXECUTE.of(instance),
        new ExecuteAction(ThreadKey.local("trip"), action, "planner"));
  }

  private static <T> T result(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
  }
}
