package notjarvis.planner.run;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import notjarvis.journal.Checkpoint;
import notjarvis.journal.Committed;
import notjarvis.journal.Node;

/** Hears what is said to the runs that are worked on here. */
final class Attention {
  private final Map<UUID, Ear> ears = new HashMap<>();

  private static final class Ear {
    private long newest;
    private int controls;
    private Promise<Void> news = Promise.promise();

    private void tell() {
      Promise<Void> told = news;
      news = Promise.promise();
      told.complete();
    }
  }

  void begin(UUID runId) {
    ears.computeIfAbsent(runId, run -> new Ear());
  }

  void end(UUID runId) {
    ears.remove(runId);
  }

  void hear(Committed committed) {
    Ear ear = ears.get(committed.runId());
    long newest = newestControl(committed);
    if (ear != null && newest > ear.newest) {
      ear.newest = newest;
      ear.tell();
    }
  }

  /** How many things were said to a run by now. What is told once can get lost; this cannot. */
  void count(UUID runId, int controls) {
    Ear ear = ears.get(runId);
    if (ear != null && controls > ear.controls) {
      ear.controls = controls;
      ear.tell();
    }
  }

  /** The newest thing that a person said among these checkpoints; 0 when there is none. */
  static long newestControl(Committed committed) {
    return committed.checkpoints().stream()
        .filter(each -> each.entry().node() == Node.CONTROL)
        .mapToLong(Checkpoint::checkpointId)
        .max()
        .orElse(0);
  }

  /** The newest thing that was said to a run while it was worked on here; 0 when there is none. */
  long newest(UUID runId) {
    Ear ear = ears.get(runId);
    return ear == null ? 0 : ear.newest;
  }

  /** Whether something was said that this round does not know of. */
  boolean hasNewsFor(Round round) {
    Ear ear = ears.get(round.runId());
    return ear != null && (ear.newest > round.heard() || ear.controls > round.controls());
  }

  /** Completes when something is said that this round does not know of. */
  Future<Void> newsFor(Round round) {
    if (hasNewsFor(round)) {
      return Future.succeededFuture();
    }
    Ear ear = ears.get(round.runId());
    return ear == null
        ? Promise.<Void>promise().future()
        : ear.news.future().compose(told -> newsFor(round)); // it may be known to this round
  }
}
