package notjarvis.persistence;

import static notjarvis.persistence.Samples.goal;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import notjarvis.config.Secret;
import notjarvis.config.Settings.Pooler;
import notjarvis.journal.GoalAccepted;
import notjarvis.journal.Journal;
import notjarvis.testing.TestDatabase;
import notjarvis.thread.ThreadKey;
import org.junit.jupiter.api.Test;

class PoolTest {
  private static final String OURS =
      "SELECT count(*) FROM pg_stat_activity"
          + " WHERE application_name = 'not-jarvis' AND datname = current_database()";

  @Test
  void whoWaitsForAConnectionInVainIsToldThatTheDatabaseIsBusy() {
    Vertx vertx = Vertx.vertx();
    try (TestDatabase database = TestDatabase.create()) {
      // Given
      DatabaseUrl url = DatabaseUrl.parse(new Secret(database.url()));
      Pool pool = new Connections(url, Pooler.OFF, 1).pool(vertx);
      JournalClient.await(pool.getConnection());

      // When
      Future<Trouble> trouble =
          pool.getConnection()
              .map(Trouble.DEFECT)
              .recover(failure -> Future.succeededFuture(Trouble.of(failure)));

      // Then
      assertThat(JournalClient.await(trouble)).isEqualTo(Trouble.BUSY);
    } finally {
      JournalClient.await(vertx.close());
    }
  }

  @Test
  void theEleventhWaitsAndNoneIsLost() {
    try (TestDatabase database = TestDatabase.create();
        JournalClient journal = JournalClient.on(database.url())) {
      // Given
      Rows.change(
          database,
          """
          CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql
            AS 'BEGIN PERFORM pg_sleep(0.05); RETURN NEW; END';
          CREATE TRIGGER slow BEFORE INSERT ON run FOR EACH ROW EXECUTE FUNCTION slow()
          """);

      // When
      List<Future<GoalAccepted>> asked =
          IntStream.range(0, 50)
              .mapToObj(n -> goal(ThreadKey.local("thread-" + n), "hello"))
              .map(goal -> journal.asking(Journal.ACCEPT, goal))
              .toList();
      List<Integer> seen = new ArrayList<>();
      Waiting.until(
          () -> {
            seen.add(Integer.parseInt(Rows.in(database, OURS).get(0)));
            return asked.stream().allMatch(Future::isComplete);
          });

      // Then
      assertThat(JournalClient.all(asked.stream())).hasSize(50).doesNotContainNull();
      assertThat(seen).allMatch(connections -> connections <= 10).contains(10);
    }
  }
}
