package notjarvis.planner;

import java.util.UUID;
import notjarvis.action.Action;
import notjarvis.action.Observation;
import notjarvis.run.Cursor;
import notjarvis.run.Outcome;

/** What whoever follows a run sees of it. */
interface RunEvent {
  UUID runId();

  record Words(UUID runId, String messageId, int offset, String text) implements RunEvent {}

  record StepPlanned(UUID runId, Cursor cursor, int step, String say, Action action)
      implements RunEvent {}

  record StepRefused(UUID runId, Cursor cursor, int step, String say, Action action, String why)
      implements RunEvent {}

  record StepObserved(UUID runId, Cursor cursor, int step, Observation observation)
      implements RunEvent {}

  record RunEnded(UUID runId, Cursor cursor, Outcome outcome, String answer) implements RunEvent {}
}
