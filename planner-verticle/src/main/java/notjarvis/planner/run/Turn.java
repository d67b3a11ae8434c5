package notjarvis.planner.run;

import java.util.UUID;
import notjarvis.journal.Metadata;
import notjarvis.journal.RunState;
import notjarvis.journal.Usage;
import notjarvis.planner.brain.Situation;
import notjarvis.planner.brain.Thought;

/**
 * One decision in the making.
 *
 * @param round where the run stands
 * @param situation what the brain is shown of it
 * @param speech what the brain says meanwhile
 * @param beganAt when it was begun, by the clock that only goes forward
 */
record Turn(Round round, Situation situation, Speech speech, long beganAt) {
  UUID runId() {
    return round.runId();
  }

  RunState run() {
    return round.run();
  }

  /** What is known of a checkpoint that this decision leads to. */
  Metadata metadata(Thought thought, Time time) {
    return new Metadata(
        time.now(), time.millisSince(beganAt), thought.brain(), thought.usage().plus(spent()));
  }

  /** What is known of a checkpoint when nobody decided. */
  Metadata metadata(Time time) {
    return new Metadata(time.now(), time.millisSince(beganAt), null, spent());
  }

  /** The run after what the person said instead, which this decision did not know of. */
  Round droppedFor(Round said) {
    return said.with(Aside.dropping(said.aside().spent(), speech));
  }

  private Usage spent() {
    return round.aside().spent();
  }
}
