package notjarvis.planner.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import notjarvis.action.Action;
import notjarvis.action.AskPermission;
import notjarvis.action.Effect;
import notjarvis.action.Executors;
import notjarvis.action.Observation;
import notjarvis.action.Permission;
import notjarvis.bus.Bus;
import notjarvis.failure.Failure;
import notjarvis.journal.Checkpoint;
import notjarvis.journal.Claim;
import notjarvis.journal.ClaimRun;
import notjarvis.journal.Committed;
import notjarvis.journal.Entry;
import notjarvis.journal.Journal;
import notjarvis.journal.Lease;
import notjarvis.journal.Metadata;
import notjarvis.journal.RunClaimed;
import notjarvis.run.RunStatus;
import notjarvis.thread.ThreadKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is told that an action is still wanted. */
class HopTest {
  private static final UUID RUN = UUID.randomUUID();
  private static final ThreadKey THREAD = ThreadKey.local("default");
  private static final Lease LEASE = new Lease(RUN, THREAD, "planner-1", 4);
  private static final Action OPEN = new Action(RUN + ":1", "open", Map.of(), Effect.IRREVERSIBLE);

  private final Vertx vertx = Vertx.vertx();
  private final Bus bus = Bus.open(vertx);
  private final FakeTime time = new FakeTime();
  private final Tenure tenure = new Tenure(time.time());
  private final Attention attention = new Attention();
  private final ExecutorDirectory executors =
      new ExecutorDirectory(bus, time.time(), Pace.ForExecutors.REAL);
  private final Hop hop =
      new Hop(
          new Order.Desk(vertx, bus, time.time(), Pace.REAL, executors),
          "planner-1",
          new RunJournal(vertx, bus, time.time(), Pace.REAL, tenure),
          tenure,
          attention);
  private final List<Checkpoint> thread = new ArrayList<>();
  private final AtomicInteger journalAsked = new AtomicInteger();
  private volatile Future<RunClaimed> standing = Future.succeededFuture(new RunClaimed(null));

  @BeforeEach
  void open() {
    write(new Entry.GoalGiven("open it"));
    write(new Entry.ActionPlanned(1, "", OPEN, "desk-1"));
    bus.answer(Executors.EXECUTE.of("desk-1"), order -> Promise.<Observation>promise().future());
    bus.answer(Executors.CALL_OFF.of("desk-1"), order -> Promise.<Observation>promise().future());
    bus.answer(Journal.CLAIM, this::claim);
    attention.begin(RUN);
    tenure.confirm(LEASE, time.time().moment());
    waitFor(hop.open());
  }

  @AfterEach
  void close() {
    waitFor(vertx.close());
  }

  /** Asked for the very claim that we have; any other question is a defect. */
  private Future<RunClaimed> claim(ClaimRun asked) {
    journalAsked.incrementAndGet();
    return asked.equals(new ClaimRun(RUN, "planner-1", 3L))
        ? standing
        : Future.failedFuture(Failure.badRequest("another claim"));
  }

  private static <T> T waitFor(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(5, TimeUnit.SECONDS).join();
  }

  private Checkpoint write(Entry entry) {
    Checkpoint checkpoint =
        new Checkpoint(thread.size() + 1L, null, RUN, entry, Metadata.at(Instant.EPOCH));
    thread.add(checkpoint);
    return checkpoint;
  }

  private Claim claim() {
    return new Claim(LEASE, "open it", List.copyOf(thread));
  }

  private void stillOurs() {
    standing = Future.succeededFuture(new RunClaimed(claim()));
  }

  private Order ordered() {
    Round round = Round.of(claim());
    return hop.order(round, round.begun().orElseThrow());
  }

  private void hear(Entry said) {
    Checkpoint checkpoint = write(said);
    attention.hear(new Committed(THREAD, RUN, 2, List.of(checkpoint), RunStatus.RUNNING));
  }

  private boolean isWanted(String actionId) {
    Permission answer =
        waitFor(bus.ask(Executors.PERMISSION.of("planner-1"), new AskPermission(actionId)));
    return answer.wanted();
  }

  @Test
  void anActionThatIsAwaitedIsWanted() {
    ordered();
    assertThat(isWanted(OPEN.id())).isTrue();
    assertThat(journalAsked).hasValue(0);
  }

  @Test
  void anyOtherIsNot() {
    assertThat(isWanted(OPEN.id())).isFalse();
    ordered();
    assertThat(isWanted(RUN + ":2")).isFalse();
  }

  @Test
  void whatWasSaidAndNobodyHeardOfIsAskedAboutOnceItIsCounted() {
    stillOurs();
    ordered();
    write(new Entry.CancelAsked("local"));
    stillOurs();
    attention.count(RUN, 1);
    assertThat(isWanted(OPEN.id())).isFalse();
    assertThat(journalAsked).hasValue(1);
  }

  @Test
  void whatIsCountedAndKnownIsNoNews() {
    write(new Entry.Steered("quickly"));
    ordered();
    attention.count(RUN, 1);
    assertThat(isWanted(OPEN.id())).isTrue();
    assertThat(journalAsked).hasValue(0);
  }

  @Test
  void aPlannerThatWasStoppedForAWhileAsksTheJournalFirst() {
    ordered();
    time.passes(30_000);
    assertThat(isWanted(OPEN.id())).isFalse();
    assertThat(journalAsked).hasValue(1);
  }

  @Test
  void aPlannerThatStillOwnsTheRunGoesOn() {
    ordered();
    stillOurs();
    time.passes(30_000);
    assertThat(isWanted(OPEN.id())).isTrue();
    assertThat(isWanted(OPEN.id())).isTrue();
    assertThat(journalAsked).hasValue(1);
  }

  @Test
  void nothingIsWantedWhileTheJournalIsAway() {
    ordered();
    standing = Future.failedFuture(Failure.unavailable("away"));
    time.passes(1_000);
    assertThat(isWanted(OPEN.id())).isFalse();
  }

  @Test
  void whatWasCalledOffIsNotWanted() {
    ordered().callOff();
    assertThat(isWanted(OPEN.id())).isFalse();
  }

  @Test
  void afterNewsOfTheRunTheJournalIsAskedWhetherItIsToStop() {
    ordered();
    hear(new Entry.CancelAsked("local"));
    stillOurs();
    assertThat(isWanted(OPEN.id())).isFalse();
    assertThat(journalAsked).hasValue(1);
  }

  @Test
  void newWordsAloneStopNothing() {
    ordered();
    hear(new Entry.Steered("hurry"));
    stillOurs();
    assertThat(isWanted(OPEN.id())).isTrue();
  }
}
