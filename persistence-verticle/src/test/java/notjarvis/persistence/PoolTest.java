package notjarvis.persistence;

import static notjarvis.persistence.Samples.PLANNER;
import static notjarvis.persistence.Samples.begun;
import static notjarvis.persistence.Samples.goal;
import static notjarvis.persistence.Samples.health;
import static notjarvis.persistence.Samples.planned;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import notjarvis.config.Secret;
import notjarvis.config.Settings.Pooler;
import notjarvis.journal.Append;
import notjarvis.journal.Appended;
import notjarvis.journal.Beat;
import notjarvis.journal.Beats;
import notjarvis.journal.CheckHealth;
import notjarvis.journal.GoalAccepted;
import notjarvis.journal.Health;
import notjarvis.journal.Journal;
import notjarvis.journal.Lease;
import notjarvis.run.RunStatus;
import notjarvis.testing.TestDatabase;
import notjarvis.thread.ThreadKey;
import org.junit.jupiter.api.Test;

class PoolTest {
  private static final String OURS =
      "SELECT count(*) FROM pg_stat_activity"
          + " WHERE application_name = 'not-jarvis' AND datname = current_database()";

  private static final String WAITING_FOR_A_LOCK =
      "SELECT count(*) FROM pg_stat_activity"
          + " WHERE wait_event_type = 'Lock' AND datname = current_database()";

  @Test
  void whoWaitsForAConnectionInVainIsToldThatTheDatabaseIsBusy() {
    Vertx vertx = Vertx.vertx();
    try (TestDatabase database = TestDatabase.create()) {
      // Given
      DatabaseUrl url = DatabaseUrl.parse(new Secret(database.url()));
      Pool pool = new Connections(url, Pooler.OFF, 2).open(vertx).pool();
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
  void whoFindsAllConnectionsTakenWaitsAndNoneIsLost() {
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
            health(journal);
            return asked.stream().allMatch(Future::isComplete);
          });

      // Then
      assertThat(JournalClient.all(asked.stream())).hasSize(50).doesNotContainNull();
      assertThat(seen).allMatch(connections -> connections <= 10).contains(10);
    }
  }

  @Test
  void beatsAndHealthAreOnTimeWhileAllOtherConnectionsAreBusy() throws SQLException {
    try (TestDatabase database = TestDatabase.create();
        JournalClient journal = JournalClient.on(database.url());
        Connection other = Rows.connect(database)) {
      // Given
      List<Lease> leases =
          IntStream.rangeClosed(1, 20)
              .mapToObj(n -> begun(journal, ThreadKey.local("thread-" + n), "hello").lease())
              .toList();
      other.setAutoCommit(false);
      other.createStatement().execute("SELECT FROM thread FOR UPDATE");
      List<Future<Appended>> stuck =
          leases.stream()
              .map(lease -> new Append(lease, List.of(planned(1)), RunStatus.RUNNING, null))
              .map(append -> journal.asking(Journal.APPEND, append))
              .toList();
      Waiting.until(() -> Rows.in(database, WAITING_FOR_A_LOCK).contains("9"));

      // When
      Beats beats = journal.ask(Journal.BEAT, new Beat(PLANNER));
      Health health = health(journal);

      // Then
      assertThat(beats.own()).extracting(Beats.Held::lease).containsExactlyElementsOf(leases);
      assertThat(health.ready()).isTrue();
      assertThat(stuck).noneMatch(Future::isComplete);
      other.rollback();
      assertThat(JournalClient.all(stuck.stream())).hasSize(20);
    }
  }

  @Test
  void howeverManyAskForTheHealthThereIsOneCheckAtATime() {
    try (TestDatabase database = TestDatabase.create();
        JournalClient journal = JournalClient.on(database.url())) {
      // When
      List<Health> answers =
          JournalClient.all(
              IntStream.range(0, 500)
                  .mapToObj(each -> journal.asking(Journal.HEALTH, new CheckHealth())));
      Beats beats = journal.ask(Journal.BEAT, new Beat(PLANNER));

      // Then
      Set<Health> checks = Collections.newSetFromMap(new IdentityHashMap<>());
      checks.addAll(answers);
      assertThat(answers).hasSize(500).allMatch(Health::ready);
      assertThat(checks).hasSizeLessThan(100);
      assertThat(beats.own()).isEmpty();
    }
  }
}
