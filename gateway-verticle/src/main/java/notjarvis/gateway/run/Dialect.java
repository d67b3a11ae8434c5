package notjarvis.gateway.run;

import java.util.List;
import java.util.UUID;
import notjarvis.gateway.sse.Frame;
import notjarvis.journal.Checkpoint;
import notjarvis.run.LiveWords;
import notjarvis.run.RunAccepted.Reception;
import notjarvis.thread.ThreadKey;
import org.jspecify.annotations.Nullable;

/**
 * The way in which one stream tells its run. It is given all checkpoints of the run from the first
 * one on, and leaves out what its reader has.
 */
public interface Dialect {

  /** How a dialect is made for a stream. */
  interface Maker {

    /**
     * A dialect for one reader.
     *
     * @param after the place that the reader resumes after; null for one who has nothing yet
     */
    Dialect of(ThreadKey thread, UUID runId, @Nullable Place after);

    /**
     * A dialect for a reader whose words joined a run that was under way.
     *
     * @param words where those words stand
     */
    default Dialect joining(ThreadKey thread, UUID runId, Place words) {
      return of(thread, runId, null);
    }
  }

  /** What is said of how a goal was received, before anything is told of its run. */
  List<Frame> received(Reception reception);

  /**
   * What is told of the next checkpoint.
   *
   * @param latest whether nothing is known to have come after it
   */
  List<Frame> checkpoint(Checkpoint checkpoint, boolean latest);

  /** What is told of words that belong to the message under way. */
  List<Frame> words(LiveWords words);

  /**
   * Whether this place is one that the checkpoint which was told last has; to be asked right after
   * it.
   */
  boolean has(Place place);

  /** Whether nothing follows: the run is over, or waits for something from outside. */
  boolean isResting();

  /** What ends the stream of a run that rests. */
  List<Frame> end();

  /**
   * What ends a stream whose run goes on.
   *
   * @param why in words for the person
   */
  List<Frame> breakingOff(String why);
}
