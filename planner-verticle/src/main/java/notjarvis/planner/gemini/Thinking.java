package notjarvis.planner.gemini;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.UUID;
import notjarvis.journal.Usage;
import notjarvis.planner.brain.Words;

/**
 * One decision while it is being made: for which run, until when and for how long it is wanted,
 * what it says and costs.
 */
final class Thinking {
  private final UUID runId;
  private final Deadline deadline;
  private final AttemptWords speech;
  private final Future<Void> unwanted;
  private Usage usage = Usage.NONE;

  Thinking(UUID runId, Duration limit, Words words, Future<Void> unwanted) {
    this.runId = runId;
    this.deadline = Deadline.in(limit);
    this.speech = new AttemptWords(words);
    this.unwanted = unwanted;
  }

  UUID runId() {
    return runId;
  }

  Deadline deadline() {
    return deadline;
  }

  /** Completes when nobody waits for it any more. */
  Future<Void> unwanted() {
    return unwanted;
  }

  AttemptWords speech() {
    return speech;
  }

  void spend(Usage more) {
    usage = usage.plus(more);
  }

  Usage usage() {
    return usage;
  }
}
