package notjarvis.persistence;

import static notjarvis.persistence.Samples.OTHER_PLANNER;
import static notjarvis.persistence.Samples.THREAD;
import static notjarvis.persistence.Samples.answered;
import static notjarvis.persistence.Samples.append;
import static notjarvis.persistence.Samples.begun;
import static notjarvis.persistence.Samples.claim;
import static notjarvis.persistence.Samples.end;
import static notjarvis.persistence.Samples.observed;
import static notjarvis.persistence.Samples.planned;
import static notjarvis.persistence.Samples.present;
import static notjarvis.persistence.Samples.state;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import notjarvis.journal.Claim;
import notjarvis.journal.Lease;
import notjarvis.journal.Message;
import notjarvis.journal.ThreadState;
import notjarvis.json.Json;
import org.junit.jupiter.api.Test;

/** What is loaded for a turn does not grow with the conversation. */
class SnapshotTest extends JournalTest {
  private static final String ANSWER = "An answer of some length. ".repeat(20);

  private Claim turn(int n) {
    Claim claim = begun(journal, THREAD, "goal " + n);
    append(journal, claim.lease(), planned(1), observed(1));
    end(journal, claim.lease(), answered(2, n + ": " + ANSWER));
    return claim;
  }

  /** A snapshot is made behind a claim's back: the next turns may begin before it is there. */
  private void untilSnapshotCovers(long checkpoint) {
    Waiting.until(
        () ->
            Rows.in(database, "SELECT checkpoint_id FROM snapshot").stream()
                .anyMatch(each -> Long.parseLong(each) >= checkpoint));
  }

  @Test
  void aTurnLoadsTheSameHoweverLongTheConversationIs() {
    // When
    List<Integer> bytes = new ArrayList<>();
    for (int n = 1; n <= 120; n++) {
      Claim claim = turn(n);
      bytes.add(Json.writeBytes(claim).length);
      if (claim.tail().size() >= Snapshots.LONG_TAIL) {
        untilSnapshotCovers(claim.tail().get(claim.tail().size() - 1).checkpointId());
      }
    }

    // Then
    int early = bytes.subList(40, 60).stream().mapToInt(Integer::intValue).max().orElseThrow();
    int late = bytes.subList(100, 120).stream().mapToInt(Integer::intValue).max().orElseThrow();
    assertThat(late).isLessThan(early * 5 / 4);
    assertThat(state(journal, THREAD).messages()).hasSize(240);
  }

  @Test
  void whatIsLoadedIsTheWholeStateButForOldMessagesWhichAreToldInBrief() {
    // Given
    Claim last = turn(1);
    for (int n = 2; n <= 60; n++) {
      last = turn(n);
      if (last.tail().size() >= Snapshots.LONG_TAIL) {
        untilSnapshotCovers(last.tail().get(last.tail().size() - 1).checkpointId());
      }
    }

    // When
    ThreadState loaded = begun(journal, THREAD, "open the second one").state();
    ThreadState whole = state(journal, THREAD);

    // Then
    List<Message> messages = loaded.messages();
    assertThat(messages).hasSizeLessThan(whole.messages().size());
    assertThat(whole.messages()).endsWith(messages.toArray(Message[]::new));
    assertThat(loaded.known()).isEqualTo(whole.known());
    assertThat(loaded.run()).isEqualTo(whole.run());
    assertThat(loaded.earlier()).contains("Person: goal 10\n", "Assistant: 10: An answer");
    assertThat(whole.earlier()).isEmpty();
  }

  @Test
  void aRunThatIsTakenOverAfterASnapshotWasMadeOfItIsWhole() {
    // Given
    Lease lease = begun(journal, THREAD, "a long way").lease();
    for (int step = 1; step <= 20; step++) {
      append(journal, lease, planned(step), observed(step));
    }
    present(claim(journal, lease.runId(), OTHER_PLANNER, 1L));
    untilSnapshotCovers(41);

    // When
    Claim again = present(claim(journal, lease.runId(), "planner-3", 2L));

    // Then
    assertThat(again.tail()).isEmpty();
    assertThat(again.state()).isEqualTo(state(journal, THREAD));
    assertThat(present(again.state().run()).executorMemory()).hasSize(20);
  }

  @Test
  void aSnapshotOfAnotherShapeIsLeftAlone() {
    // Given
    for (int n = 1; n <= 12; n++) {
      turn(n);
    }
    untilSnapshotCovers(1);
    Rows.change(database, "UPDATE snapshot SET state = '{\"version\": 99}'");

    // When
    Claim claim = begun(journal, THREAD, "next");

    // Then
    assertThat(claim.tail()).hasSize(49);
    assertThat(claim.state()).isEqualTo(state(journal, THREAD));
  }
}
