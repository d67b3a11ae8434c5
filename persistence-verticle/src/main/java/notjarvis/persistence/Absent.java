package notjarvis.persistence;

import java.util.UUID;
import notjarvis.failure.Failure;
import notjarvis.failure.FailureCode;

/** What does not exist, or not for whoever asks: nobody learns which. */
final class Absent {
  private Absent() {}

  static Failure run(UUID runId) {
    return named("run " + runId);
  }

  static Failure approval(UUID approvalId) {
    return named("approval " + approvalId);
  }

  static Failure thread(String threadId) {
    return named("thread \"" + threadId + "\"");
  }

  static Failure checkpoint(long checkpointId) {
    return named("checkpoint " + checkpointId + " in this thread");
  }

  static Failure blob(String sha256) {
    return named("blob " + sha256);
  }

  private static Failure named(String what) {
    return new Failure(FailureCode.NOT_FOUND, "There is no " + what + ".");
  }
}
