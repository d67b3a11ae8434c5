package notjarvis.planner;

import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import notjarvis.action.Observation;
import notjarvis.action.SearchResult;
import notjarvis.bus.Bus;
import notjarvis.config.Settings;
import notjarvis.failure.Failure;
import notjarvis.journal.Approval;
import notjarvis.journal.Entry;
import notjarvis.journal.Journal;
import notjarvis.journal.Verdict;
import notjarvis.planner.brain.Brain;
import notjarvis.planner.run.Pace;
import notjarvis.run.RunAccepted;
import notjarvis.run.RunStatus;
import notjarvis.run.Runs;
import notjarvis.run.StartRun;
import notjarvis.thread.ThreadKey;
import org.jspecify.annotations.Nullable;

/** A planner among fake neighbours on a real bus. */
final class Workshop implements AutoCloseable {
  static final Instant THEN = Instant.parse("2026-11-23T10:00:00Z");
  static final ThreadKey THREAD = ThreadKey.local("default");
  static final int STEP_LIMIT = 10;
  static final Duration APPROVAL_WAIT = Duration.ofHours(1);

  /** How long owners of runs may be still here. */
  static final Duration OWNER_GONE = Duration.ofMillis(200);

  final Vertx vertx = Vertx.vertx();
  final Bus bus = Bus.open(vertx);
  final FakeJournal journal = new FakeJournal(bus);
  final FakeExecutor executor =
      new FakeExecutor(
          bus,
          "desk-1",
          Catalogue.SEARCH,
          Catalogue.OPEN_WEBSITE,
          Catalogue.OPEN_APP,
          Catalogue.TAKE_SCREENSHOT,
          Catalogue.WIPE_DISK);

  /** Comes before the other one by its name, once it was asked for. */
  private @Nullable HonestExecutor honest;

  final ScriptedBrain brain = new ScriptedBrain();
  private Duration grace = Pace.REAL.grace();
  private Duration again = Duration.ofSeconds(5);
  private final List<RunEvent> events = new CopyOnWriteArrayList<>();
  private final List<String> deployments = new CopyOnWriteArrayList<>();
  private Settings.Actions actions = Settings.Actions.BY_WORDS;

  /** An executor with a log, which does what both of them could do. */
  HonestExecutor honest() {
    if (honest == null) {
      honest =
          new HonestExecutor(
              bus,
              "desk-0",
              journal.fates,
              Catalogue.SEARCH,
              Catalogue.OPEN_WEBSITE,
              Catalogue.OPEN_APP,
              Catalogue.TAKE_SCREENSHOT,
              Catalogue.WIPE_DISK);
    }
    return honest;
  }

  /** Gives runs less time to end when the planner stops. */
  Workshop hasty() {
    grace = Duration.ofMillis(200);
    return this;
  }

  /** Orders are given again sooner. */
  Workshop impatient() {
    again = Duration.ofMillis(50);
    return this;
  }

  /** Settles what is done about some actions. */
  Workshop settling(Settings.Actions settled) {
    actions = settled;
    return this;
  }

  /** As planners work, with little waiting; what may take its time may. */
  private Pace pace() {
    Duration brief = Duration.ofMillis(200);
    return new Pace(
        Duration.ofMillis(20),
        OWNER_GONE,
        Duration.ofMillis(10),
        Duration.ofMillis(40),
        new Pace.ForExecutors(brief, Duration.ofSeconds(5), brief, again, brief.multipliedBy(2)),
        Pace.REAL.decision(),
        grace);
  }

  Workshop deployed() {
    return deployed(brain);
  }

  /** One more planner, with these brains. */
  Workshop deployed(Brain... brains) {
    if (deployments.isEmpty()) {
      bus.listen(Runs.WORDS, words -> events.add(Projection.of(words)));
      bus.listen(Journal.COMMITTED, committed -> events.addAll(Projection.of(committed)));
    }
    deployments.add(
        done(
            vertx.deployVerticle(
                new PlannerVerticle(bus, settings(actions), any -> List.of(brains), pace()))));
    return this;
  }

  static Settings.Planner settings(Settings.Actions actions) {
    return new Settings.Planner(
        Settings.Intents.FIRST, STEP_LIMIT, Optional.empty(), actions, APPROVAL_WAIT);
  }

  Future<Void> undeploy() {
    return vertx.undeploy(deployments.get(0));
  }

  /** Starts a run with a catalogue that the planner knows: both take the same way, in order. */
  UUID start(String goal) {
    return startIn(THREAD, goal);
  }

  UUID startIn(ThreadKey thread, String goal) {
    UUID runId = UUID.randomUUID();
    done(ask(StartRun.of(runId, thread, goal)));
    return runId;
  }

  Future<RunAccepted> ask(StartRun start) {
    executor.announce();
    return bus.ask(Runs.START, start);
  }

  /** Runs a goal to its end. */
  RunEvent.RunEnded run(String goal) {
    return ended(start(goal));
  }

  RunEvent.RunEnded ended(UUID runId) {
    await()
        .atMost(Duration.ofSeconds(10))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(2))
        .until(() -> !events(runId, RunEvent.RunEnded.class).isEmpty());
    return events(runId, RunEvent.RunEnded.class).get(0);
  }

  /** The approval that a run is parked for. */
  Approval asked(UUID runId) {
    await()
        .atMost(Duration.ofSeconds(10))
        .pollDelay(Duration.ZERO)
        .until(() -> journal.status(runId) == RunStatus.PARKED);
    List<Entry> entries = journal.entries(runId);
    return ((Entry.ApprovalAsked) entries.get(entries.size() - 1)).approval();
  }

  /** The person answers that approval. */
  void answer(UUID runId, Verdict verdict) {
    journal.say(runId, new Entry.ApprovalAnswered(asked(runId).approvalId(), verdict, "local"));
  }

  List<RunEvent> events(UUID runId) {
    return events.stream().filter(event -> event.runId().equals(runId)).toList();
  }

  <E extends RunEvent> List<E> events(UUID runId, Class<E> type) {
    return events(runId).stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** The live words of a run, once there are so many: they come on a way of their own. */
  List<RunEvent.Words> words(UUID runId, int least) {
    return await()
        .atMost(Duration.ofSeconds(10))
        .pollDelay(Duration.ZERO)
        .until(() -> events(runId, RunEvent.Words.class), words -> words.size() >= least);
  }

  static Map<String, Object> url(Object address) {
    return Map.of("url", address);
  }

  static Map<String, Object> query(String words) {
    return Map.of("query", words);
  }

  static Observation found(String... urls) {
    List<SearchResult> results = new ArrayList<>();
    for (String each : urls) {
      results.add(new SearchResult(results.size() + 1, "A title", each, "A snippet"));
    }
    return Observation.found("Found " + urls.length + ".", results, null);
  }

  /** What a future comes to, in a test's own thread. */
  static <T> T done(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  /** How a future fails. */
  static Failure failureOf(Future<?> future) {
    return done(future.map(Failure.class::cast).otherwise(Failure::of));
  }

  @Override
  public void close() {
    brain.wakeUp();
    done(vertx.close());
  }
}
