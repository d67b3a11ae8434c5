package notjarvis.planner.run;

import notjarvis.action.Observation;
import notjarvis.bus.Bus;
import notjarvis.journal.Entry.ActionPlanned;
import notjarvis.journal.Entry.ActionRefused;
import notjarvis.journal.Entry.AnswerGiven;
import notjarvis.planner.run.RunJournal.Committed;
import notjarvis.planner.run.RunJournal.Ended;
import notjarvis.run.RunEvent;
import notjarvis.run.Runs;

/** Tells everyone who follows runs what has become durable. */
final class Announcer {
  private final Bus bus;

  Announcer(Bus bus) {
    this.bus = bus;
  }

  void planned(Turn turn, Committed committed, ActionPlanned entry) {
    turn.speech().settle(entry.say());
    publish(
        new RunEvent.StepPlanned(
            turn.runId(), committed.cursor(), entry.step(), entry.say(), entry.action()));
  }

  void refused(Turn turn, Committed committed, ActionRefused entry) {
    turn.speech().settle(entry.say());
    publish(
        new RunEvent.StepRefused(
            turn.runId(),
            committed.cursor(),
            entry.step(),
            entry.say(),
            entry.action(),
            entry.why()));
  }

  /** Results are told by the numbers that they have in the thread. */
  void observed(Committed committed, int step, Observation observation) {
    Observation numbered = committed.round().observation(step).orElse(observation);
    publish(
        new RunEvent.StepObserved(committed.round().runId(), committed.cursor(), step, numbered));
  }

  void ended(Turn turn, Ended ended, AnswerGiven entry) {
    turn.speech().settle(entry.answer());
    publish(
        new RunEvent.RunEnded(
            turn.runId(), ended.cursor(), entry.outcome(), turn.round().stepId(), entry.answer()));
  }

  private void publish(RunEvent event) {
    bus.publish(Runs.EVENTS, event);
  }
}
