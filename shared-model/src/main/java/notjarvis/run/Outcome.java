package notjarvis.run;

/** How a run ended. */
public enum Outcome {
  FINISHED,
  FAILED,
  /** The person stopped it. */
  CANCELLED,
  /** A newer goal took its place while it waited. */
  SUPERSEDED;

  /** The status of a run that ended so. */
  public RunStatus status() {
    return switch (this) {
      case FINISHED -> RunStatus.FINISHED;
      case FAILED -> RunStatus.FAILED;
      case CANCELLED -> RunStatus.CANCELLED;
      case SUPERSEDED -> RunStatus.SUPERSEDED;
    };
  }
}
