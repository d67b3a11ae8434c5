package notjarvis.planner.run;

import notjarvis.action.Observation;
import notjarvis.bus.Bus;
import notjarvis.journal.Entry.ActionObserved;
import notjarvis.journal.Entry.ActionPlanned;
import notjarvis.journal.Entry.ActionRefused;
import notjarvis.journal.Entry.AnswerGiven;
import notjarvis.planner.run.Written.Committed;
import notjarvis.run.RunEvent;
import notjarvis.run.Runs;

/** Tells everyone who follows runs by their events what has become durable. */
final class Announcer {
  private final Bus bus;

  Announcer(Bus bus) {
    this.bus = bus;
  }

  void planned(Committed committed, ActionPlanned entry) {
    publish(
        new RunEvent.StepPlanned(
            committed.round().runId(),
            committed.cursor(),
            entry.step(),
            entry.say(),
            entry.action()));
  }

  void refused(Committed committed, ActionRefused entry) {
    publish(
        new RunEvent.StepRefused(
            committed.round().runId(),
            committed.cursor(),
            entry.step(),
            entry.say(),
            entry.action(),
            entry.why()));
  }

  /** Results are told by the numbers that they have in the thread. */
  void observed(Committed committed, ActionObserved entry) {
    Round round = committed.round();
    Observation numbered = round.observation(entry.step()).orElse(entry.observation());
    publish(new RunEvent.StepObserved(round.runId(), committed.cursor(), entry.step(), numbered));
  }

  void ended(Turn turn, Committed committed, AnswerGiven entry) {
    publish(
        new RunEvent.RunEnded(
            turn.runId(),
            committed.cursor(),
            entry.outcome(),
            turn.round().stepId(),
            entry.answer()));
  }

  private void publish(RunEvent event) {
    bus.publish(Runs.EVENTS, event);
  }
}
