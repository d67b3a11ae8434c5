package notjarvis.planner.run;

/**
 * A decision that is not carried out.
 *
 * @param why in words for the person and the brain
 */
record Refusal(Reason reason, String why) {
  /** The kinds of reasons. */
  enum Reason {
    /** There is no such action, or nobody who could carry it out. */
    NOT_OFFERED,
    /** The arguments are not what the action takes. */
    ARGUMENTS,
    /** The person's words do not allow it. */
    POLICY,
    /** It was done already. */
    REPEAT,
    /** The person was asked and did not say yes. */
    NO_YES
  }
}
