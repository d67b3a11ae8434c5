package notjarvis.launcher.client;

/**
 * How a stream ended.
 *
 * @param runId which run it told of
 */
public record Ending(String runId, State state) {
  /** How a run stands when its stream has ended. */
  public enum State {
    /** It reached its goal. */
    FINISHED,
    FAILED,
    /** It goes on when somebody has answered it. */
    WAITING
  }

  /** Whether the run reached its goal. */
  public boolean finished() {
    return state == State.FINISHED;
  }
}
