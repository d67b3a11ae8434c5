package notjarvis.run;

/** How a run ended. */
public enum Outcome {
  FINISHED,
  FAILED
}
