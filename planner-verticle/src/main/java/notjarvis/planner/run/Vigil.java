package notjarvis.planner.run;

import notjarvis.journal.Beats;
import notjarvis.journal.Beats.Held;

/** Sees to the runs that nobody works on, from what each beat tells of all of them. */
final class Vigil implements Heartbeat.Listener {
  private final OwnerWatch watch;
  private final Neighbours neighbours;
  private final Workload workload;
  private final Tenure tenure;
  private final Attention attention;

  Vigil(
      OwnerWatch watch,
      Neighbours neighbours,
      Workload workload,
      Tenure tenure,
      Attention attention) {
    this.watch = watch;
    this.neighbours = neighbours;
    this.workload = workload;
    this.tenure = tenure;
    this.attention = attention;
  }

  @Override
  public void heard(Beats beats, Time.Moment asked) {
    beats.own().stream()
        .filter(held -> workload.isKnown(held.lease().runId()))
        .forEach(held -> confirm(held, asked));
    watch.orphans(beats).forEach(workload::takeOver);
    neighbours.look(beats, workload::takeOver);
    watch.neglected(beats).forEach(workload::takeOver);
    beats.adrift().forEach(workload::pickUp);
  }

  /** What was said counts before that the run is ours: no action may begin in between. */
  private void confirm(Held held, Time.Moment asked) {
    attention.count(held.lease().runId(), held.controls());
    tenure.confirm(held.lease(), asked);
  }
}
