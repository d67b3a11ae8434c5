package notjarvis.gateway.run;

import java.util.List;
import java.util.UUID;
import notjarvis.journal.Approval;
import notjarvis.journal.Checkpoint;
import notjarvis.journal.RunState;
import notjarvis.journal.Step;
import notjarvis.journal.ThreadState;
import notjarvis.run.LiveWords;
import org.jspecify.annotations.Nullable;

/**
 * How far a run is: the fold of its own checkpoints.
 *
 * @param over whether nothing follows any more
 */
public record Progress(ThreadState state, boolean over) {
  /** A run of which nothing is known. */
  public static final Progress NONE = new Progress(ThreadState.EMPTY, false);

  /** When the words of a message may be told. */
  enum Turn {
    /** Its checkpoint is there already: it has been told whole. */
    PAST,
    NOW,
    /** Something that comes before it is still missing. */
    LATER
  }

  public Progress after(Checkpoint checkpoint) {
    ThreadState next = state.after(checkpoint);
    return new Progress(next, next.run() == null);
  }

  /** The run, while it is neither unknown nor over. */
  public @Nullable RunState run() {
    return state.run();
  }

  /** The step that the next message belongs to. */
  public int nextStep() {
    @Nullable RunState run = run();
    return run == null ? 1 : run.loopCount() + 1;
  }

  /** What the message of a step is called. */
  public static String messageId(UUID runId, int step) {
    return runId + ":" + step;
  }

  /** Whether a message may be under way now. */
  boolean awaitsMessage() {
    return !over && nextStep() >= firstUntold() && isBetweenSteps();
  }

  Turn turnOf(LiveWords words) {
    int step = step(words.messageId());
    if (over || step < firstUntold()) {
      return Turn.PAST;
    }
    return step == nextStep() && awaitsMessage() ? Turn.NOW : Turn.LATER;
  }

  /** Messages are told with the action that they announce, also when it waits for a yes. */
  private int firstUntold() {
    @Nullable RunState run = run();
    @Nullable Approval asked = run == null ? null : run.said().approval();
    return asked == null ? nextStep() : Math.max(nextStep(), asked.step() + 1);
  }

  private boolean isBetweenSteps() {
    @Nullable RunState run = run();
    if (run == null) {
      return false;
    }
    List<Step> steps = run.executorMemory();
    return steps.isEmpty() || isSettled(steps.get(steps.size() - 1));
  }

  private static boolean isSettled(Step step) {
    return step.observation() != null || step.refusal() != null;
  }

  private static int step(String messageId) {
    try {
      return Integer.parseInt(messageId.substring(messageId.lastIndexOf(':') + 1));
    } catch (NumberFormatException e) {
      return 0; // of no step that is to come
    }
  }
}
