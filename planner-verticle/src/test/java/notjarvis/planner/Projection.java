package notjarvis.planner;

import java.util.List;
import java.util.UUID;
import notjarvis.journal.Checkpoint;
import notjarvis.journal.Committed;
import notjarvis.journal.Entry;
import notjarvis.run.Cursor;
import notjarvis.run.LiveWords;

/** Run events as whoever follows a run makes them of what was committed. */
final class Projection {
  private Projection() {}

  static RunEvent of(LiveWords words) {
    return new RunEvent.Words(words.runId(), words.messageId(), words.offset(), words.text());
  }

  static List<RunEvent> of(Committed committed) {
    return committed.checkpoints().stream().flatMap(each -> event(each).stream()).toList();
  }

  private static List<RunEvent> event(Checkpoint checkpoint) {
    UUID runId = checkpoint.runId();
    Cursor cursor = Cursor.of(checkpoint.checkpointId());
    Entry entry = checkpoint.entry();
    if (entry instanceof Entry.ActionPlanned planned) {
      return List.of(
          new RunEvent.StepPlanned(runId, cursor, planned.step(), planned.say(), planned.action()));
    }
    if (entry instanceof Entry.ActionRefused refused) {
      return List.of(
          new RunEvent.StepRefused(
              runId, cursor, refused.step(), refused.say(), refused.action(), refused.why()));
    }
    if (entry instanceof Entry.ActionObserved seen) {
      return List.of(new RunEvent.StepObserved(runId, cursor, seen.step(), seen.observation()));
    }
    return entry instanceof Entry.AnswerGiven answer
        ? List.of(new RunEvent.RunEnded(runId, cursor, answer.outcome(), answer.answer()))
        : List.of();
  }
}
