package notjarvis.persistence;

import static notjarvis.persistence.Samples.PLANNER;
import static notjarvis.persistence.Samples.THREAD;
import static notjarvis.persistence.Samples.answered;
import static notjarvis.persistence.Samples.append;
import static notjarvis.persistence.Samples.begun;
import static notjarvis.persistence.Samples.costing;
import static notjarvis.persistence.Samples.end;
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
import notjarvis.journal.Journal;
import notjarvis.journal.Lease;
import notjarvis.journal.Usage;
import notjarvis.run.RunStatus;
import notjarvis.testing.TestDatabase;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Appends whose key is known already. */
class RepeatedAppendTest {
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
  void theSameAppendManyTimesAtOnceIsWrittenOnce() {
    // Given
    Append twin = new Append(lease, List.of(planned(1), observed(1)), RunStatus.RUNNING, null);

    // When
    List<Appended> answers =
        JournalClient.all(
            IntStream.range(0, 20).mapToObj(each -> journal.asking(Journal.APPEND, twin)));

    // Then
    assertThat(answers).hasSize(20).containsOnly(Appended.written(List.of(2L, 3L), null));
    assertThat(Rows.in(database, "SELECT head FROM thread")).containsExactly("3");
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
  void anAppendThatSaysSomethingElseThanBeforeIsAConflictAndWritesNothing() {
    // Given
    append(journal, lease, planned(1), observed(1));

    // When, Then
    assertConflict(() -> append(journal, lease, observed(1, "Something else."), planned(2)));
    assertConflict(() -> append(journal, lease, observed(1, "Something else.")));
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
                .mapToObj(
                    n ->
                        new Append(
                            lease, List.of(observed(1, "Word " + n)), RunStatus.RUNNING, null))
                .map(append -> journal.asking(Journal.APPEND, append))
                .map(answer -> answer.map(true).recover(RepeatedAppendTest::wasConflict)));

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
}
