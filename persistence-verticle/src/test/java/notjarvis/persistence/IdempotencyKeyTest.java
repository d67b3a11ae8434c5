package notjarvis.persistence;

import static notjarvis.persistence.Samples.THREAD;
import static notjarvis.persistence.Samples.accept;
import static notjarvis.persistence.Samples.answered;
import static notjarvis.persistence.Samples.assertFails;
import static notjarvis.persistence.Samples.begun;
import static notjarvis.persistence.Samples.claimOf;
import static notjarvis.persistence.Samples.end;
import static notjarvis.persistence.Samples.goal;
import static notjarvis.persistence.Samples.present;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.util.List;
import java.util.stream.Stream;
import notjarvis.failure.FailureCode;
import notjarvis.journal.AcceptGoal;
import notjarvis.journal.GoalAccepted;
import notjarvis.journal.Journal;
import notjarvis.run.OnBusy;
import notjarvis.thread.ThreadKey;
import org.junit.jupiter.api.Test;

class IdempotencyKeyTest extends JournalTest {
  private static final String KEY = "order-66";

  private static AcceptGoal keyed(ThreadKey thread, String goal, OnBusy onBusy) {
    return goal(thread, goal, onBusy, KEY);
  }

  private static AcceptGoal keyed(String goal) {
    return keyed(THREAD, goal, OnBusy.ENQUEUE);
  }

  @Test
  void theSameKeyAndGoalIsTheSameRunHoweverItStands() {
    // Given
    begun(journal, THREAD, "first");
    GoalAccepted waiting = accept(journal, keyed("hello"));

    // When, Then
    assertThat(accept(journal, keyed("hello"))).isEqualTo(waiting);
    assertThat(Rows.in(database, "SELECT count(*) FROM run")).containsExactly("2");
  }

  @Test
  void theSameKeyOfARunThatIsOverIsKnown() {
    // Given
    GoalAccepted first = accept(journal, keyed("hello"));
    end(journal, present(claimOf(first)).lease(), answered(1, "Hello."));

    // When, Then
    assertThat(accept(journal, keyed("hello")))
        .isEqualTo(new GoalAccepted.Known(first.runId(), first.checkpointId()));
  }

  @Test
  void theSameKeyOfAnotherGoalIsAConflictAndLeavesNoTrace() {
    // Given
    accept(journal, keyed("hello"));

    // When, Then
    assertFails(FailureCode.CONFLICT, () -> accept(journal, keyed("goodbye")));
    assertFails(
        FailureCode.CONFLICT,
        () -> accept(journal, keyed(ThreadKey.local("other"), "hello", OnBusy.ENQUEUE)));
    assertFails(FailureCode.CONFLICT, () -> accept(journal, keyed(THREAD, "hello", OnBusy.STEER)));
    assertThat(Rows.in(database, "SELECT thread_id || head FROM thread"))
        .containsExactly("default1");
  }

  @Test
  void ownersWhoChooseTheSameKeyDoNotMeet() {
    accept(journal, keyed(new ThreadKey("ann", "default"), "hello", OnBusy.ENQUEUE));

    assertThat(accept(journal, keyed(new ThreadKey("ben", "default"), "hello", OnBusy.ENQUEUE)))
        .isInstanceOf(GoalAccepted.Claimed.class);
  }

  @Test
  void aGoalThatSteeredIsKnownByItsKey() {
    // Given
    begun(journal, THREAD, "first");
    GoalAccepted steered = accept(journal, keyed(THREAD, "not so", OnBusy.STEER));

    // When, Then
    assertThat(accept(journal, keyed(THREAD, "not so", OnBusy.STEER))).isEqualTo(steered);
    assertThat(Rows.in(database, "SELECT head FROM thread")).containsExactly("2");
  }

  @Test
  void theSameKeyFromTwoClientsAtOnceIsOneRun() {
    try (JournalClient other = JournalClient.on(database.url())) {
      for (int round = 0; round < 20; round++) {
        // Given
        ThreadKey thread = ThreadKey.local("round-" + round);
        String key = "key-" + round;

        // When
        List<GoalAccepted> answers =
            JournalClient.all(
                Stream.of(journal, other, journal, other)
                    .map(
                        each ->
                            each.asking(
                                Journal.ACCEPT, goal(thread, "hello", OnBusy.ENQUEUE, key))));

        // Then
        assertThat(answers).extracting(GoalAccepted::runId).containsOnly(answers.get(0).runId());
      }
      assertThat(Rows.in(database, "SELECT count(*) FROM run")).containsExactly("20");
    }
  }

  @Test
  void ofTheSameKeyInTwoThreadsAtOnceOneIsAcceptedAndTheOtherIsAConflict() {
    try (JournalClient other = JournalClient.on(database.url())) {
      for (int round = 0; round < 20; round++) {
        // Given
        String key = "key-" + round;
        AcceptGoal one = goal(ThreadKey.local("one-" + round), "hello", OnBusy.ENQUEUE, key);
        AcceptGoal two = goal(ThreadKey.local("two-" + round), "hello", OnBusy.ENQUEUE, key);

        // When
        List<String> answers =
            JournalClient.all(
                Stream.of(journal.asking(Journal.ACCEPT, one), other.asking(Journal.ACCEPT, two))
                    .map(IdempotencyKeyTest::toldApart));

        // Then
        assertThat(answers).containsExactlyInAnyOrder("accepted", "CONFLICT");
      }
      assertThat(Rows.in(database, "SELECT count(*) FROM thread")).containsExactly("20");
    }
  }

  private static Future<String> toldApart(Future<GoalAccepted> answer) {
    return answer
        .map("accepted")
        .recover(failure -> Future.succeededFuture(FailureCode.of(failure).name()));
  }
}
