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
    private Promise<Void> news = Promise.promise();
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
      Promise<Void> told = ear.news;
      ear.news = Promise.promise();
      told.complete();
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
    return newest(round.runId()) > round.heard();
  }

  /** Completes when something is said that this round does not know of. */
  Future<Void> newsFor(Round round) {
    if (hasNewsFor(round)) {
      return Future.succeededFuture();
    }
    Ear ear = ears.get(round.runId());
    return ear == null ? Promise.<Void>promise().future() : ear.news.future();
  }
}
