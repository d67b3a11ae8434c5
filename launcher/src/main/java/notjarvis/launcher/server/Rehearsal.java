package notjarvis.launcher.server;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import notjarvis.bus.Bus;
import notjarvis.failure.FailureCode;
import notjarvis.journal.Append;
import notjarvis.journal.CheckHealth;
import notjarvis.journal.ClaimRun;
import notjarvis.journal.Entry;
import notjarvis.journal.Health;
import notjarvis.journal.Journal;
import notjarvis.journal.Lease;
import notjarvis.journal.Metadata;
import notjarvis.journal.NewCheckpoint;
import notjarvis.json.Json;
import notjarvis.run.Outcome;
import notjarvis.run.RunStatus;
import notjarvis.thread.ThreadKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does, while nobody waits for it, what the first goal would have to wait for: loads classes, lays
 * out JSON, prepares statements. It asks for a run that does not exist, so that the journal stays
 * as it is.
 */
final class Rehearsal {
  private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);
  private static final String PLANNER = "rehearsal";

  /** A goal that comes with the start, as {@code jarvis ask} has one, is not held up. */
  private static final long PAUSE_MS = 500;

  private static final long LOOK_AGAIN_MS = 100;
  private static final int LOOKS = 100;

  private final Vertx vertx;
  private final Bus bus;
  private final UUID nobodys = UUID.randomUUID();
  private Future<Void> end = Future.succeededFuture();
  private volatile boolean begun;
  private volatile boolean stopped;

  private Rehearsal(Vertx vertx, Bus bus) {
    this.vertx = vertx;
    this.bus = bus;
  }

  /** Begins; what comes of it does not matter to anybody. */
  static Rehearsal begin(Vertx vertx, Bus bus) {
    Rehearsal rehearsal = new Rehearsal(vertx, bus);
    rehearsal.end = rehearsal.play();
    return rehearsal;
  }

  private Future<Void> play() {
    return vertx
        .timer(PAUSE_MS, TimeUnit.MILLISECONDS)
        .compose(paused -> unlessStopped(() -> vertx.executeBlocking(this::readBack, false)))
        .compose(read -> unlessStopped(() -> whenReady(LOOKS)))
        .compose(ready -> unlessStopped(this::claim))
        .compose(claimed -> unlessStopped(this::append))
        .onFailure(failure -> LOG.debug("The rehearsal ended early: {}", failure.toString()));
  }

  private <T> Future<T> unlessStopped(Supplier<Future<T>> scene) {
    if (stopped) {
      return Future.failedFuture("it was stopped");
    }
    begun = true;
    return scene.get();
  }

  /** What comes of it; it leaves nothing behind. */
  Future<Void> end() {
    return end;
  }

  /** Completes when nothing of it is under way any more. */
  Future<Void> stop() {
    stopped = true;
    return begun ? end.otherwiseEmpty() : Future.succeededFuture();
  }

  /** The journal is read as JSON whose shape is worked out once. */
  private int readBack() {
    return checkpoints().stream()
        .mapToInt(each -> Json.read(Json.write(each), NewCheckpoint.class).appendKey().length())
        .sum();
  }

  private static List<NewCheckpoint> checkpoints() {
    Metadata metadata = Metadata.at(Instant.EPOCH);
    return List.of(
        NewCheckpoint.of(0, new Entry.GoalGiven(PLANNER), metadata),
        NewCheckpoint.of(1, new Entry.AnswerGiven(Outcome.FINISHED, PLANNER), metadata));
  }

  private Future<Health> whenReady(int looks) {
    return bus.ask(Journal.HEALTH, new CheckHealth())
        .compose(
            health ->
                health.ready() || looks == 0 ? Future.succeededFuture(health) : later(looks - 1));
  }

  private Future<Health> later(int looks) {
    return vertx.timer(LOOK_AGAIN_MS, TimeUnit.MILLISECONDS).compose(waited -> whenReady(looks));
  }

  private Future<?> claim() {
    return bus.ask(Journal.CLAIM, new ClaimRun(nobodys, PLANNER, null));
  }

  /** Is refused, as it has to be. */
  private Future<Void> append() {
    Lease lease = new Lease(nobodys, ThreadKey.local(PLANNER), PLANNER, 1);
    return bus.ask(Journal.APPEND, new Append(lease, checkpoints(), RunStatus.FINISHED, null))
        .<Void>mapEmpty()
        .recover(Rehearsal::refused);
  }

  private static Future<Void> refused(Throwable failure) {
    return FailureCode.of(failure) == FailureCode.FENCED
        ? Future.succeededFuture()
        : Future.failedFuture(failure);
  }
}
