package notjarvis.action;

/** What happens when an action is carried out a second time. */
public enum Effect {
  /** It only looks: it may be run again freely. */
  PURE,
  /** The same action id has the same result, however often it is run. */
  IDEMPOTENT,
  /** Something happens that cannot be taken back, such as a window that opens. */
  IRREVERSIBLE
}
