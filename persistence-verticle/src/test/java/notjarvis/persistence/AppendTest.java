package notjarvis.persistence;

import static notjarvis.persistence.Samples.PLANNER;
import static notjarvis.persistence.Samples.THREAD;
import static notjarvis.persistence.Samples.accept;
import static notjarvis.persistence.Samples.answered;
import static notjarvis.persistence.Samples.append;
import static notjarvis.persistence.Samples.begun;
import static notjarvis.persistence.Samples.costing;
import static notjarvis.persistence.Samples.end;
import static notjarvis.persistence.Samples.goal;
import static notjarvis.persistence.Samples.observed;
import static notjarvis.persistence.Samples.planned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import notjarvis.failure.FailureCode;
import notjarvis.journal.Append;
import notjarvis.journal.Appended;
import notjarvis.journal.Claim;
import notjarvis.journal.Journal;
import notjarvis.journal.Lease;
import notjarvis.journal.Usage;
import notjarvis.testing.TestDatabase;
import notjarvis.thread.ThreadKey;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AppendTest {
  private final TestDatabase database = TestDatabase.create();
  private final JournalClient journal = JournalClient.on(database.url());
  private Lease lease = new Lease(new UUID(0, 0), THREAD, PLANNER, 0);

  @BeforeEach
  void beginARun() {
    lease = begun(journal, THREAD, "hello").lease();
  }

  @AfterEach
  void close() {
    journal.close();
    database.close();
  }

  @Test
  void checkpointsAreNumberedOnFromTheInput() {
    // When
    Appended two = append(journal, lease, planned(1), observed(1));
    Appended one = append(journal, lease, planned(2));

    // Then
    assertThat(two).isEqualTo(new Appended(List.of(2L, 3L), null));
    assertThat(one).isEqualTo(new Appended(List.of(4L), null));
    assertThat(Rows.in(database, "SELECT parent_checkpoint_id FROM checkpoint ORDER BY 1"))
        .containsExactly("1", "2", "3", "null");
  }

  @Test
  void aCheckpointIsKeptWithItsVersionAndItsMetadata() {
    // When
    append(journal, lease, costing(planned(1), new Usage(100, 20, 1)));

    // Then
    assertThat(
            Rows.in(
                database,
                """
                SELECT concat_ws(' ', node, append_key, checkpoint ->> 'type',
                  checkpoint ->> 'version', metadata ->> 'node', metadata ->> 'brain',
                  metadata -> 'usage' ->> 'inputTokens', metadata ->> 'at',
                  metadata ->> 'run' = run_id::text)
                FROM checkpoint WHERE checkpoint_id = 2
                """))
        .containsExactly(
            "planner 1/planner action_planned 1 planner gemini 100 2026-11-23T12:00:00Z t");
  }

  @Test
  void whatWasMeasuredAnewDoesNotMakeItAnotherAppend() {
    // Given
    Appended first = append(journal, lease, planned(1));

    // When
    Appended again = append(journal, lease, costing(planned(1), new Usage(100, 20, 1)));

    // Then
    assertThat(again).isEqualTo(first);
    assertThat(Rows.in(database, "SELECT input_tokens FROM run")).containsExactly("0");
  }

  @Test
  void theSameAppendAgainWritesNothingAndAnswersTheSame() {
    // Given
    Appended first = append(journal, lease, planned(1), observed(1));

    // When
    Appended again = append(journal, lease, planned(1), observed(1));

    // Then
    assertThat(again).isEqualTo(first);
    assertThat(Rows.in(database, "SELECT head FROM thread")).containsExactly("3");
  }

  @Test
  void anAppendThatSaysSomethingElseThanBeforeIsAConflictAndWritesNothing() {
    // Given
    append(journal, lease, planned(1), observed(1));

    // When, Then
    assertConflict(() -> append(journal, lease, observed(1, "Something else."), planned(2)));
    assertConflict(() -> end(journal, lease, observed(1, "Something else.")));
    assertThat(Rows.in(database, "SELECT head || status FROM thread, run"))
        .containsExactly("3running");
  }

  @Test
  void aConflictIsToldAlsoWhenTheRunIsOver() {
    // Given
    end(journal, lease, answered(1, "Yes."));

    // When, Then
    assertConflict(() -> end(journal, lease, answered(1, "No.")));
  }

  @Test
  void ofTwoAppendsAtOnceThatContradictEachOtherOneIsKept() {
    // When
    List<Boolean> kept =
        JournalClient.all(
            IntStream.range(0, 20)
                .mapToObj(n -> new Append(lease, List.of(observed(1, "Word " + n)), null))
                .map(append -> journal.asking(Journal.APPEND, append))
                .map(answer -> answer.map(true).recover(AppendTest::wasConflict)));

    // Then
    assertThat(kept).containsOnlyOnce(true).hasSize(20);
    assertThat(Rows.in(database, "SELECT head FROM thread")).containsExactly("2");
  }

  private static Future<Boolean> wasConflict(Throwable failure) {
    return FailureCode.of(failure) == FailureCode.CONFLICT
        ? Future.succeededFuture(false)
        : Future.failedFuture(failure);
  }

  private static void assertConflict(ThrowingCallable append) {
    assertThatThrownBy(append)
        .satisfies(failure -> assertThat(FailureCode.of(failure)).isEqualTo(FailureCode.CONFLICT));
  }

  @Test
  void ofAnAppendThatIsPartlyThereTheRestIsWritten() {
    // Given
    append(journal, lease, planned(1));

    // When
    Appended rest = append(journal, lease, planned(1), observed(1));

    // Then
    assertThat(rest.checkpointIds()).containsExactly(2L, 3L);
  }

  @Test
  void theSameAppendManyTimesAtOnceIsWrittenOnce() {
    // Given
    Append twin = new Append(lease, List.of(planned(1), observed(1)), null);

    // When
    List<Appended> answers =
        JournalClient.all(
            IntStream.range(0, 20).mapToObj(each -> journal.asking(Journal.APPEND, twin)));

    // Then
    assertThat(answers).hasSize(20).containsOnly(new Appended(List.of(2L, 3L), null));
    assertThat(Rows.in(database, "SELECT head FROM thread")).containsExactly("3");
  }

  @Test
  void anEmptyAppendIsRefused() {
    assertThatThrownBy(() -> append(journal, lease))
        .satisfies(
            failure -> assertThat(FailureCode.of(failure)).isEqualTo(FailureCode.BAD_REQUEST));
  }

  @Test
  void textThatPostgresCannotKeepIsCleaned() {
    // Given
    String text = "a\u0000b \ud83d c \ude00 d \ud83d\ude00 \\u0000";
    Lease other = begun(journal, ThreadKey.local("odd"), text).lease();

    // When
    end(journal, other, observed(1, text));

    // Then
    String clean = "a\ufffdb \ufffd c \ufffd d \ud83d\ude00 \\u0000";
    accept(journal, goal(other.thread(), "and then"));
    assertThat(Rows.in(database, "SELECT goal FROM run WHERE run_id = '" + other.runId() + "'"))
        .containsExactly(clean);
    Claim after = begun(journal, ThreadKey.local("plain"), clean);
    assertThat(after.goal()).isEqualTo(clean);
    assertThat(
            Rows.in(
                database,
                "SELECT checkpoint -> 'observation' ->> 'text' FROM checkpoint"
                    + " WHERE append_key = '1/executor'"))
        .containsExactly(clean);
  }
}
