package notjarvis.planner.run;

import notjarvis.bus.Bus;
import notjarvis.journal.Metadata;
import notjarvis.planner.brain.Situation;
import notjarvis.planner.brain.Thought;

/**
 * Begins turns.
 *
 * @param stepLimit how many actions a run may take
 */
record Turns(Bus bus, Time time, ExecutorDirectory executors, int stepLimit) {
  Turn of(Round round) {
    int stepsLeft = Math.max(0, stepLimit - round.run().loopCount());
    Situation situation =
        new Situation(round.thread(), round.run(), executors.catalogue(), stepsLeft, time.here());
    return new Turn(round, situation, Speech.of(bus, round), time.measured());
  }

  /** What is known of a checkpoint that a decision leads to. */
  Metadata metadata(Turn turn, Thought thought) {
    return turn.metadata(thought, time);
  }

  /** What is known of a checkpoint when nobody decided. */
  Metadata metadata(Turn turn) {
    return turn.metadata(time);
  }
}
