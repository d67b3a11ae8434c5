package notjarvis.planner.run;

import notjarvis.action.Action;
import notjarvis.action.Effect;
import notjarvis.action.Observation;
import notjarvis.failure.Failure;

/**
 * What is known of an action when its executor did not say. What cannot be taken back and may have
 * happened is never called a failure.
 */
final class NoReply {
  private NoReply() {}

  /**
   * There is no such executor right now.
   *
   * @param delivered whether it may have had the order before
   */
  static Observation away(Action action, boolean delivered) {
    return delivered
        ? unanswered(action, "The executor is away: ")
        : Observation.failed(
            "The executor for " + Endings.inWords(action) + " is away; nothing was done.");
  }

  static Observation late(Action action) {
    return unanswered(action, "No answer came in time: ");
  }

  /** The executor failed to answer. */
  static Observation broken(Action action) {
    return unanswered(action, "The executor failed in the middle: ");
  }

  static Observation turnedDown(Action action, Failure failure) {
    return Observation.failed(
        Endings.inWords(action) + " was not carried out: " + failure.getMessage());
  }

  private static Observation unanswered(Action action, String why) {
    String what = why + Endings.inWords(action);
    return action.effect() == Effect.IRREVERSIBLE
        ? Observation.unknown(what + " may or may not have happened.")
        : Observation.failed(what + " had no result.");
  }
}
