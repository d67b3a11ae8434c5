package notjarvis.planner.run;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import notjarvis.bus.Bus;
import notjarvis.failure.FailureCode;
import notjarvis.journal.Beats;
import notjarvis.journal.Beats.OwnedRun;
import notjarvis.journal.Lease;
import notjarvis.run.CheckPlanner;
import notjarvis.run.Runs;

/**
 * Asks the planners that own runs whether they are there, so that one that ended is noticed without
 * waiting until its counter has stood still for long. If that is wrong nothing is lost: the journal
 * alone decides who writes.
 *
 * <p>A planner that was never heard may be on another bus, with the same database. It is not judged
 * here.
 */
final class Neighbours {
  private final Bus bus;
  private final Set<String> met = new HashSet<>();

  Neighbours(Bus bus) {
    this.bus = bus;
  }

  /** Looks for the owners of all runs; the runs of one that was there and is gone are orphans. */
  void look(Beats beats, Consumer<Lease> orphan) {
    Map<String, List<Lease>> owners =
        beats.others().stream()
            .map(OwnedRun::lease)
            .collect(Collectors.groupingBy(Lease::plannerId));
    owners.forEach((owner, runs) -> knock(owner, () -> runs.forEach(orphan)));
  }

  private void knock(String planner, Runnable gone) {
    bus.ask(Runs.HEALTH.of(planner), new CheckPlanner())
        .onSuccess(here -> met.add(planner))
        .onFailure(failure -> silent(planner, failure, gone));
  }

  /** Who is there and too busy to answer is not gone. */
  private void silent(String planner, Throwable failure, Runnable gone) {
    if (FailureCode.of(failure) == FailureCode.UNAVAILABLE && met.remove(planner)) {
      gone.run();
    }
  }
}
