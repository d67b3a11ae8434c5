package notjarvis.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import notjarvis.config.Settings.Pooler;
import notjarvis.journal.Beat;
import notjarvis.journal.Journal;
import notjarvis.testing.TestDatabase;
import org.junit.jupiter.api.Test;

class PoolerIT {
  private static final String SERVER_CONNECTIONS =
      "SELECT count(*) FROM pg_stat_activity"
          + " WHERE datname = current_database() AND pid <> pg_backend_pid()";

  @Test
  void aPoolerInTransactionModeCarriesSchemaAndJournal() throws IOException {
    try (TestDatabase database = TestDatabase.create();
        PgBouncer pooler = PgBouncer.before(database);
        JournalClient journal =
            JournalClient.startedOn(pooler.url(), Pooler.TRANSACTION).whenReady()) {
      // When
      List<Integer> done =
          JournalClient.all(
              IntStream.range(0, 60).mapToObj(n -> Work.wholeRun(journal, "thread-" + n % 20)));

      // Then
      assertThat(done.stream().mapToInt(Integer::intValue).sum()).isEqualTo(60);
      assertThat(
              Rows.in(
                  database,
                  "SELECT concat_ws(' ', count(*), count(DISTINCT thread), max(checkpoint_id))"
                      + " FROM checkpoint"))
          .containsExactly("240 20 12");
      assertThat(journal.ask(Journal.BEAT, new Beat("planner-9")).others()).isEmpty();
      assertThat(Integer.parseInt(Rows.in(database, SERVER_CONNECTIONS).get(0)))
          .isLessThanOrEqualTo(PgBouncer.SERVER_CONNECTIONS);
    }
  }
}
