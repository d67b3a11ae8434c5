package notjarvis.persistence;

import static notjarvis.persistence.Samples.begun;
import static notjarvis.persistence.Samples.observed;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import notjarvis.journal.Append;
import notjarvis.journal.Journal;
import notjarvis.journal.Lease;
import notjarvis.run.RunStatus;
import notjarvis.testing.TestDatabase;
import notjarvis.thread.ThreadKey;
import org.junit.jupiter.api.Test;

/**
 * Not a test by its name: {@code scripts/appends} runs it. Prints how many appends of about 1 KB
 * are made a second, beside plain clients that insert rows of that size, each over a connection of
 * its own, into a table of the same server.
 */
class AppendRates {
  private static final Duration TURN = Duration.ofSeconds(2);
  private static final int ROUNDS = 5;
  private static final String TEXT = "Seen. ".repeat(150);

  @Test
  void printTheRates() throws Exception {
    try (TestDatabase database = TestDatabase.createDurable();
        JournalClient journal = JournalClient.on(database.url())) {
      Rows.change(database, "CREATE TABLE plain (id bigserial PRIMARY KEY, entry jsonb NOT NULL)");
      assertThat(Rows.in(database, "SHOW fsync")).containsExactly("on");
      plain(database, 10);
      appends(journal, "warm-up", 10);
      System.out.printf("%-8s %18s %12s %8s%n", "writers", "plain inserts/s", "appends/s", "ratio");
      for (int writers : List.of(1, 10, 64)) {
        print(database, journal, writers);
      }
    }
  }

  /** In turns, and the best of each: what else the machine does must not decide. */
  private static void print(TestDatabase database, JournalClient journal, int writers)
      throws Exception {
    double plain = 0;
    double appends = 0;
    for (int round = 0; round < ROUNDS; round++) {
      plain = Math.max(plain, plain(database, writers));
      appends = Math.max(appends, appends(journal, writers + "-" + round, writers));
    }
    System.out.printf("%-8d %18.0f %12.0f %8.2f%n", writers, plain, appends, appends / plain);
  }

  private static double plain(TestDatabase database, int writers) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(writers);
    try {
      long end = System.nanoTime() + TURN.toNanos();
      Callable<Integer> client = () -> insert(database, end);
      int done = 0;
      for (var each : threads.invokeAll(Collections.nCopies(writers, client))) {
        done += each.get();
      }
      return done / (double) TURN.toSeconds();
    } finally {
      threads.shutdown();
    }
  }

  private static int insert(TestDatabase database, long end) throws SQLException {
    String json = JournalJson.write(observed(1, TEXT).entry());
    try (Connection connection = Rows.connect(database);
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO plain (entry) VALUES (?::jsonb)")) {
      int done = 0;
      while (System.nanoTime() < end) {
        insert.setString(1, json);
        insert.executeUpdate();
        done++;
      }
      return done;
    }
  }

  private static double appends(JournalClient journal, String name, int writers) {
    List<Lease> leases =
        IntStream.range(0, writers)
            .mapToObj(n -> begun(journal, ThreadKey.local(name + "-" + n), "measure").lease())
            .toList();
    long end = System.nanoTime() + TURN.toNanos();
    List<Integer> done =
        JournalClient.all(leases.stream().map(lease -> append(journal, lease, 1, end)));
    return done.stream().mapToInt(Integer::intValue).sum() / (double) TURN.toSeconds();
  }

  /** One after the other, until the time is over. Returns how many it were. */
  private static Future<Integer> append(JournalClient journal, Lease lease, int step, long end) {
    if (System.nanoTime() >= end) {
      return Future.succeededFuture(step - 1);
    }
    Append append = new Append(lease, List.of(observed(step, TEXT)), RunStatus.RUNNING, 0);
    return journal
        .asking(Journal.APPEND, append)
        .compose(done -> append(journal, lease, step + 1, end));
  }
}
