package notjarvis.persistence;

import java.time.Instant;
import java.util.UUID;
import notjarvis.journal.Entry;
import notjarvis.journal.Metadata;
import notjarvis.journal.NewCheckpoint;
import notjarvis.journal.Verdict;
import notjarvis.run.Outcome;

/**
 * The checkpoints that no planner writes: what a person says of a run, and ends without an owner.
 */
final class Saying {
  static final String STOPPED = "I stopped before I began.";
  static final String SUPERSEDED = "I left this for your next goal.";
  static final String FORKED =
      "The conversation was forked while I was at this: it is not done here.";

  /** Nobody answered. */
  static final String NOBODY = "";

  /** A run is cancelled once. */
  static final String CANCEL_KEY = "cancel";

  private Saying() {}

  static NewCheckpoint cancel(String by) {
    return at(CANCEL_KEY, new Entry.CancelAsked(by));
  }

  static NewCheckpoint steer(UUID steerId, String words) {
    return at(steerKey(steerId), new Entry.Steered(words));
  }

  static String steerKey(UUID steerId) {
    return "steer/" + steerId;
  }

  static NewCheckpoint answer(UUID approvalId, Verdict verdict, String by) {
    return at(answerKey(approvalId), new Entry.ApprovalAnswered(approvalId, verdict, by));
  }

  static String answerKey(UUID approvalId) {
    return "approval/" + approvalId;
  }

  /** The end of a run that no planner has in hand. */
  static NewCheckpoint lastWords(Outcome outcome, String words) {
    return NewCheckpoint.of(0, new Entry.AnswerGiven(outcome, words), now());
  }

  private static NewCheckpoint at(String key, Entry entry) {
    return new NewCheckpoint(key, entry, now());
  }

  private static Metadata now() {
    return Metadata.at(Instant.now());
  }
}
