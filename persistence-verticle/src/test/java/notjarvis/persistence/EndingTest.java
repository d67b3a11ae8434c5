package notjarvis.persistence;

import static notjarvis.persistence.Samples.NOON;
import static notjarvis.persistence.Samples.OTHER_PLANNER;
import static notjarvis.persistence.Samples.PLANNER;
import static notjarvis.persistence.Samples.THREAD;
import static notjarvis.persistence.Samples.accept;
import static notjarvis.persistence.Samples.answered;
import static notjarvis.persistence.Samples.append;
import static notjarvis.persistence.Samples.begun;
import static notjarvis.persistence.Samples.claim;
import static notjarvis.persistence.Samples.costing;
import static notjarvis.persistence.Samples.end;
import static notjarvis.persistence.Samples.ending;
import static notjarvis.persistence.Samples.goal;
import static notjarvis.persistence.Samples.observed;
import static notjarvis.persistence.Samples.planned;
import static notjarvis.persistence.Samples.present;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import notjarvis.journal.Append;
import notjarvis.journal.Appended;
import notjarvis.journal.Entry;
import notjarvis.journal.Journal;
import notjarvis.journal.Lease;
import notjarvis.journal.Metadata;
import notjarvis.journal.NewCheckpoint;
import notjarvis.journal.Usage;
import notjarvis.run.Outcome;
import notjarvis.run.RunStatus;
import notjarvis.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EndingTest {
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
  void anEndingSetsTheStatusAndAddsUpWhatTheRunCost() {
    // Given
    append(journal, lease, costing(planned(1), new Usage(100, 20, 1)));
    append(journal, lease, costing(planned(1), new Usage(100, 20, 1)), observed(1));

    // When
    Appended ended = end(journal, lease, costing(answered(2, "Done."), new Usage(10, 5, 2)));

    // Then
    assertThat(ended).isEqualTo(Appended.written(List.of(4L), null));
    assertThat(
            Rows.in(
                database,
                """
                SELECT concat_ws(' ', status, input_tokens, output_tokens, model_calls,
                  ended_at IS NOT NULL) FROM run
                """))
        .containsExactly("finished 110 25 3 t");
  }

  @Test
  void aFailedRunIsKeptAsFailed() {
    // When
    Entry sorry = new Entry.AnswerGiven(Outcome.FAILED, "Sorry.");
    journal.ask(
        Journal.APPEND,
        new Append(
            lease, List.of(NewCheckpoint.of(1, sorry, Metadata.at(NOON))), RunStatus.FAILED, null));

    // Then
    assertThat(Rows.in(database, "SELECT status FROM run")).containsExactly("failed");
  }

  @Test
  void theFinalAppendAgainAnswersTheSame() {
    // Given
    accept(journal, goal(THREAD, "next"));
    Appended first = end(journal, lease, answered(1, "Done."));

    // When
    Appended again = end(journal, lease, answered(1, "Done."));

    // Then
    assertThat(again).isEqualTo(first);
    assertThat(first.nextRun()).isNotNull();
  }

  @Test
  void theNextRunIsTheOneThatWaitsLongest() {
    // Given
    var second = goal(THREAD, "second");
    accept(journal, second);
    accept(journal, goal(THREAD, "third"));

    // When
    Appended ended = journal.ask(Journal.APPEND, ending(lease, answered(1, "Done.")));

    // Then
    assertThat(ended.nextRun()).isEqualTo(second.runId());
  }

  @Test
  void noRunIsNextWhileTheThreadIsStillBusy() {
    // Given
    var second = goal(THREAD, "second");
    accept(journal, second);
    accept(journal, goal(THREAD, "third"));
    end(journal, lease, answered(1, "Done."));
    present(claim(journal, second.runId(), OTHER_PLANNER, null));

    // When
    Appended again = end(journal, lease, answered(1, "Done."));

    // Then
    assertThat(again.nextRun()).isNull();
  }
}
