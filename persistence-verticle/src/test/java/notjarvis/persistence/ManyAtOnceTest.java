package notjarvis.persistence;

import static notjarvis.persistence.Samples.OTHER_PLANNER;
import static notjarvis.persistence.Samples.begun;
import static notjarvis.persistence.Samples.claim;
import static notjarvis.persistence.Samples.observed;
import static notjarvis.persistence.Samples.planned;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import notjarvis.journal.Append;
import notjarvis.journal.Appended;
import notjarvis.journal.Journal;
import notjarvis.journal.Lease;
import notjarvis.run.RunStatus;
import notjarvis.testing.TestDatabase;
import notjarvis.thread.ThreadKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ManyAtOnceTest {
  private final TestDatabase database = TestDatabase.create();
  private final JournalClient journal = JournalClient.on(database.url());

  @AfterEach
  void close() {
    journal.close();
    database.close();
  }

  @Test
  void numbersRiseByOneInEveryThreadHoweverManyWriteAtOnce() {
    // Given
    int threads = 8;
    int goals = 5;

    try (JournalClient other = JournalClient.on(database.url())) {
      // When
      List<Integer> done =
          JournalClient.all(
              IntStream.range(0, threads * goals)
                  .mapToObj(
                      n -> Work.wholeRun(n % 2 == 0 ? journal : other, "thread-" + n % threads)));

      // Then
      assertThat(done.stream().mapToInt(Integer::intValue).sum()).isEqualTo(threads * goals);
      assertThat(Rows.in(database, "SELECT DISTINCT status FROM run")).containsExactly("finished");
      assertThat(
              Rows.in(
                  database,
                  """
                  SELECT concat_ws(' ', min(checkpoint_id), max(checkpoint_id), count(*),
                    count(*) FILTER (WHERE parent_checkpoint_id = checkpoint_id - 1))
                  FROM checkpoint GROUP BY thread
                  """))
          .hasSize(threads)
          .containsOnly("1 20 20 19");
    }
  }

  @Test
  void appendsInManyThreadsAtOnceAreAllKept() {
    // Given
    List<Lease> leases =
        IntStream.range(0, 30)
            .mapToObj(n -> begun(journal, ThreadKey.local("thread-" + n), "hello").lease())
            .toList();

    // When
    List<Appended> answers =
        JournalClient.all(
            leases.stream()
                .map(
                    lease ->
                        new Append(
                            lease, List.of(planned(1), observed(1)), RunStatus.RUNNING, null))
                .map(append -> journal.asking(Journal.APPEND, append)));

    // Then
    assertThat(answers).hasSize(30).containsOnly(Appended.written(List.of(2L, 3L), null));
    assertThat(claim(journal, leases.get(0).runId(), OTHER_PLANNER, 1L)).isNotNull();
  }
}
