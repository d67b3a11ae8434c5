package notjarvis.persistence;

import static notjarvis.persistence.Samples.answered;
import static notjarvis.persistence.Samples.goal;
import static notjarvis.persistence.Samples.observed;
import static notjarvis.persistence.Samples.planned;
import static notjarvis.persistence.Samples.present;

import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import notjarvis.journal.Append;
import notjarvis.journal.ClaimRun;
import notjarvis.journal.GoalAccepted;
import notjarvis.journal.Journal;
import notjarvis.journal.Lease;
import notjarvis.run.RunStatus;
import notjarvis.thread.ThreadKey;
import org.jspecify.annotations.Nullable;

/** What a planner does with the journal, from a goal to its answer: four checkpoints a run. */
final class Work {
  private Work() {}

  /** Accepts a goal and works on whatever this brings, to the end. Returns how many runs it was. */
  static Future<Integer> wholeRun(JournalClient planner, String thread) {
    return planner
        .asking(Journal.ACCEPT, goal(ThreadKey.local(thread), "hello"))
        .compose(
            accepted ->
                accepted instanceof GoalAccepted.Claimed claimed
                    ? work(planner, claimed.claim().lease())
                    : Future.succeededFuture(0));
  }

  private static Future<Integer> work(JournalClient planner, Lease lease) {
    return planner
        .asking(Journal.APPEND, new Append(lease, List.of(planned(1)), RunStatus.RUNNING, null))
        .compose(
            done ->
                planner.asking(
                    Journal.APPEND,
                    new Append(lease, List.of(observed(1)), RunStatus.RUNNING, null)))
        .compose(
            done -> planner.asking(Journal.APPEND, Samples.ending(lease, answered(2, "Done."))))
        .compose(ended -> next(planner, ended.nextRun()))
        .map(more -> more + 1);
  }

  private static Future<Integer> next(JournalClient planner, @Nullable UUID runId) {
    if (runId == null) {
      return Future.succeededFuture(0);
    }
    return planner
        .asking(Journal.CLAIM, new ClaimRun(runId, Samples.PLANNER, null))
        .compose(claimed -> work(planner, present(claimed.claim()).lease()));
  }
}
