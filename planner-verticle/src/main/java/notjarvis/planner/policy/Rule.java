package notjarvis.planner.policy;

/** One row of the policy. */
interface Rule {
  /** Whether this row is about such an action; the first one that is decides. */
  boolean concerns(Proposal proposal);

  /**
   * What it says of the action.
   *
   * @param consent what the words at hand ask for, and what they forbid
   */
  Verdict judge(Proposal proposal, Consent consent);
}
