package notjarvis.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import notjarvis.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What has to be quick however much there is looks things up by an index. */
class PlanTest {
  private final TestDatabase database = TestDatabase.create();
  private final JournalClient journal = JournalClient.on(database.url());

  @AfterEach
  void close() {
    journal.close();
    database.close();
  }

  @BeforeEach
  void fill() {
    Rows.change(
        database,
        """
        INSERT INTO thread (owner_id, thread_id, head, updated_at)
        SELECT 'owner-' || n % 50, 'thread-' || n, 3, now() - n * interval '1 minute'
        FROM generate_series(1, 5000) n;
        INSERT INTO run (run_id, owner_id, thread, goal, input_checkpoint, status)
        SELECT gen_random_uuid(), owner_id, id, 'hello', 1, 'finished' FROM thread;
        INSERT INTO checkpoint (thread, checkpoint_id, run_id, node, append_key, checkpoint, metadata)
        SELECT r.thread, n, r.run_id, 'input', n, '{}', '{}'
        FROM run r CROSS JOIN generate_series(1, 3) n;
        ANALYZE thread, run, checkpoint
        """);
  }

  private List<String> plan(String sql, Object... values) {
    String whole = sql;
    for (int n = values.length; n > 0; n--) {
      whole = whole.replace("$" + n, String.valueOf(values[n - 1]));
    }
    return Rows.in(database, "EXPLAIN " + whole);
  }

  private static void assertReadsNoTableWhole(List<String> plan) {
    assertThat(plan).noneMatch(line -> line.contains("Seq Scan on thread"));
    assertThat(plan).noneMatch(line -> line.contains("Seq Scan on run"));
    assertThat(plan).noneMatch(line -> line.contains("Seq Scan on checkpoint"));
  }

  @Test
  void theListOfThreads() {
    List<String> plan = plan(Reader.THREADS, "'owner-7'", 20, "NULL", "NULL");
    assertThat(plan).anyMatch(line -> line.contains("thread_owner_updated"));
    assertThat(plan).noneMatch(line -> line.contains("Seq Scan on thread t"));
  }

  @Test
  void whatIsOld() {
    List<String> plan = plan(Retention.OLD_THREADS, 3, 20);
    assertThat(plan).anyMatch(line -> line.contains("thread_updated"));
    assertReadsNoTableWhole(plan);
  }

  @Test
  void theDeletionOfAThread() {
    List<String> plan = plan(Retention.DELETE_THREADS, "ARRAY[7, 8]::bigint[]");
    assertThat(plan).anyMatch(line -> line.contains("run_thread"));
    assertReadsNoTableWhole(plan);
  }

  @Test
  void theCopyOfAThread() {
    List<String> plan = plan(Forks.COPY, 7, 2, 8);
    assertThat(plan).anyMatch(line -> line.contains("run_thread"));
    assertReadsNoTableWhole(plan);
  }
}
