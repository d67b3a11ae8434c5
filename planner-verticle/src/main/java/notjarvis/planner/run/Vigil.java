package notjarvis.planner.run;

import notjarvis.journal.Beats;

/** Sees to the runs that nobody works on, from what each beat tells of all of them. */
final class Vigil implements Heartbeat.Listener {
  private final OwnerWatch watch;
  private final Neighbours neighbours;
  private final Workload workload;
  private final Tenure tenure;

  Vigil(OwnerWatch watch, Neighbours neighbours, Workload workload, Tenure tenure) {
    this.watch = watch;
    this.neighbours = neighbours;
    this.workload = workload;
    this.tenure = tenure;
  }

  @Override
  public void heard(Beats beats, Time.Moment asked) {
    beats.own().stream()
        .filter(lease -> workload.isKnown(lease.runId()))
        .forEach(lease -> tenure.confirm(lease, asked));
    watch.orphans(beats).forEach(workload::takeOver);
    neighbours.look(beats, workload::takeOver);
    watch.neglected(beats).forEach(workload::takeOver);
    beats.adrift().forEach(workload::pickUp);
  }
}
