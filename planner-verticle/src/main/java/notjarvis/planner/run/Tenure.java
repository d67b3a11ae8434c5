package notjarvis.planner.run;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import notjarvis.journal.Lease;

/**
 * Knows when the journal last said that a run is ours. Counted from when it was asked: the answer
 * may have been long on its way, or this process may have been stopped.
 */
final class Tenure {
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final Time time;
  private final Map<UUID, Confirmed> confirmed = new HashMap<>();

  private record Confirmed(Lease lease, Time.Moment at) {}

  Tenure(Time time) {
    this.time = time;
  }

  void confirm(Lease lease, Time.Moment asked) {
    confirmed.merge(lease.runId(), new Confirmed(lease, asked), Tenure::newer);
  }

  /** Answers can come in another order than they were asked for. */
  private static Confirmed newer(Confirmed before, Confirmed after) {
    boolean old =
        after.lease().epoch() < before.lease().epoch()
            || (after.lease().equals(before.lease()) && after.at().nanos() < before.at().nanos());
    return old ? before : after;
  }

  /** Whether the journal said so less than a second ago. */
  boolean isFresh(Lease lease) {
    Confirmed last = confirmed.get(lease.runId());
    return last != null
        && last.lease().equals(lease)
        && time.millisSince(last.at()) < FRESH.toMillis();
  }

  void forget(UUID runId) {
    confirmed.remove(runId);
  }
}
