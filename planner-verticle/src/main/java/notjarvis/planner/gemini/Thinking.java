package notjarvis.planner.gemini;

import java.time.Duration;
import java.util.UUID;
import notjarvis.journal.Usage;
import notjarvis.planner.brain.Words;

/** One decision while it is being made: for which run, until when, what it says and costs. */
final class Thinking {
  private final UUID runId;
  private final Deadline deadline;
  private final AttemptWords speech;
  private Usage usage = Usage.NONE;

  Thinking(UUID runId, Duration limit, Words words) {
    this.runId = runId;
    this.deadline = Deadline.in(limit);
    this.speech = new AttemptWords(words);
  }

  UUID runId() {
    return runId;
  }

  Deadline deadline() {
    return deadline;
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
