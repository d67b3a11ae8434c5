package notjarvis.persistence;

import java.util.List;
import java.util.Optional;
import notjarvis.journal.Append;
import notjarvis.journal.Entry;
import notjarvis.journal.NewCheckpoint;
import notjarvis.run.RunStatus;

/** What an append has to be, whatever the run says: a run is over when it has its answer. */
final class AppendRules {
  private AppendRules() {}

  /** What is wrong with it, if anything is. */
  static Optional<String> fault(Append append) {
    if (append.checkpoints().isEmpty()) {
      return Optional.of("There is nothing to append.");
    }
    if (append.becomes() == RunStatus.ACCEPTED) {
      return Optional.of("A run that was begun cannot be made to wait for its turn.");
    }
    List<RunStatus> said =
        append.checkpoints().stream()
            .map(NewCheckpoint::entry)
            .flatMap(entry -> becomesBy(entry).stream())
            .toList();
    List<RunStatus> needed =
        append.becomes() == RunStatus.RUNNING ? List.of() : List.of(append.becomes());
    return said.equals(needed)
        ? Optional.empty()
        : Optional.of("What the checkpoints say and what the run becomes do not fit together.");
  }

  private static Optional<RunStatus> becomesBy(Entry entry) {
    if (entry instanceof Entry.AnswerGiven answer) {
      return Optional.of(answer.outcome().status());
    }
    return entry instanceof Entry.ApprovalAsked ? Optional.of(RunStatus.PARKED) : Optional.empty();
  }
}
