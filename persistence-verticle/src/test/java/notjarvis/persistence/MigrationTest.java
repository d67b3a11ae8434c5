package notjarvis.persistence;

import static notjarvis.persistence.Samples.OTHER_PLANNER;
import static notjarvis.persistence.Samples.THREAD;
import static notjarvis.persistence.Samples.accept;
import static notjarvis.persistence.Samples.answered;
import static notjarvis.persistence.Samples.claim;
import static notjarvis.persistence.Samples.end;
import static notjarvis.persistence.Samples.goal;
import static notjarvis.persistence.Samples.present;
import static notjarvis.persistence.Samples.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import notjarvis.config.Secret;
import notjarvis.config.Settings.Pooler;
import notjarvis.history.Histories;
import notjarvis.history.ListThreads;
import notjarvis.history.ThreadView;
import notjarvis.journal.AcceptGoal;
import notjarvis.journal.GoalAccepted;
import notjarvis.journal.Lease;
import notjarvis.testing.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** A database that an earlier version has left behind. */
class MigrationTest {
  private static final UUID RUN = new UUID(0, 1);

  @Test
  void whatTheFirstVersionJournaledGoesOnUnderThisOne() {
    try (TestDatabase database = TestDatabase.create()) {
      // Given
      firstVersion(database);

      // When
      try (JournalClient journal = JournalClient.on(database.url())) {
        // Then
        AcceptGoal again = goal(RUN, THREAD, "find\nMIT");
        assertThat(accept(journal, again)).isEqualTo(new GoalAccepted.Known(RUN, 1));
        assertThat(run(journal, RUN).run().lastCheckpoint()).isEqualTo(1);
        ThreadView thread =
            journal.ask(Histories.THREADS, new ListThreads("local", null, 9)).threads().get(0);
        assertThat(thread.title()).isEqualTo("find MIT");
        Lease taken = present(claim(journal, RUN, OTHER_PLANNER, 1L)).lease();
        assertThat(end(journal, taken, answered(1, "Found.")).checkpointIds()).containsExactly(2L);
        assertThat(journal.committed(1).get(0).previous()).isEqualTo(1);
      }
    }
  }

  private static void firstVersion(TestDatabase database) {
    DatabaseUrl url = DatabaseUrl.parse(new Secret(database.url()));
    Flyway.configure()
        .dataSource(new Connections(url, Pooler.OFF, 2).forSchema())
        .locations("filesystem:src/main/resources/db/migration")
        .schemas("notjarvis")
        .target("1")
        .skipDefaultCallbacks(true)
        .load()
        .migrate();
    Rows.change(
        database,
        """
        INSERT INTO thread (owner_id, thread_id, head) VALUES ('local', 'default', 1);
        INSERT INTO run (run_id, owner_id, thread, goal, input_checkpoint, status,
                         lease_owner, lease_epoch, begun_at)
        SELECT '00000000-0000-0000-0000-000000000001', 'local', id, E'find\\nMIT', 1, 'running',
               'planner-0', 1, now() FROM thread;
        INSERT INTO checkpoint (thread, checkpoint_id, run_id, node, append_key, checkpoint,
                                metadata)
        SELECT thread, 1, run_id, 'input', '0/input',
               '{"type": "goal_given", "goal": "find\\nMIT", "version": 1}',
               '{"at": "2026-11-23T12:00:00Z", "tookMs": 0,
                 "usage": {"inputTokens": 0, "outputTokens": 0, "modelCalls": 0}}'
        FROM run
        """);
  }
}
