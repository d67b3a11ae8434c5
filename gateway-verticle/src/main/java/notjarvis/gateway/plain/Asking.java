package notjarvis.gateway.plain;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import notjarvis.action.Action;
import notjarvis.journal.Approval;
import notjarvis.json.Json;

/** An action that waits for a yes, in words: what it is, why it waits, and how to answer. */
final class Asking {
  private Asking() {}

  /**
   * All that the person is told.
   *
   * @param say what the planner said that was not shown yet
   */
  static List<String> lines(List<String> say, Approval approval) {
    String id = approval.approvalId().toString();
    return Stream.of(
            say,
            PlainText.lines("This waits for your yes: " + inWords(approval.action())),
            PlainText.lines(approval.why()),
            List.of(
                "To allow it: jarvis approve " + id,
                "To refuse it: jarvis deny " + id,
                "Unless you answer by "
                    + approval.expiresAt().truncatedTo(ChronoUnit.SECONDS)
                    + ", it is not done."))
        .flatMap(List::stream)
        .toList();
  }

  /** As exact as it is in the journal: the person has to see what they agree to. */
  private static String inWords(Action action) {
    return action.arguments().isEmpty()
        ? action.name()
        : action.name() + " " + Json.write(action.arguments());
  }
}
