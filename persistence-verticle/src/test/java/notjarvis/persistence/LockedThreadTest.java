package notjarvis.persistence;

import static notjarvis.persistence.Samples.OTHER_PLANNER;
import static notjarvis.persistence.Samples.THREAD;
import static notjarvis.persistence.Samples.answered;
import static notjarvis.persistence.Samples.begun;
import static notjarvis.persistence.Samples.claimOf;
import static notjarvis.persistence.Samples.goal;
import static notjarvis.persistence.Samples.planned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import notjarvis.failure.FailureCode;
import notjarvis.journal.Append;
import notjarvis.journal.Appended;
import notjarvis.journal.ClaimRun;
import notjarvis.journal.GoalAccepted;
import notjarvis.journal.Journal;
import notjarvis.journal.Lease;
import notjarvis.journal.RunClaimed;
import notjarvis.run.RunStatus;
import notjarvis.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LockedThreadTest {
  private static final String WAITING_FOR_A_LOCK =
      "SELECT count(*) FROM pg_stat_activity"
          + " WHERE application_name = 'not-jarvis' AND wait_event_type = 'Lock'"
          + " AND datname = current_database()";

  private final TestDatabase database = TestDatabase.create();
  private final JournalClient journal = JournalClient.on(database.url());

  @AfterEach
  void close() {
    journal.close();
    database.close();
  }

  @Test
  void anAppendThatWaitedForTheLockSeesATakeoverThatHappenedMeanwhile() throws SQLException {
    // Given
    Lease lease = begun(journal, THREAD, "hello").lease();

    try (Connection heir = lockedThread()) {
      // When
      Future<Appended> late =
          journal.asking(
              Journal.APPEND, new Append(lease, List.of(planned(1)), RunStatus.RUNNING, null));
      untilWaiting(1);
      execute(heir, "UPDATE run SET lease_owner = 'planner-2', lease_epoch = lease_epoch + 1");
      heir.commit();

      // Then
      assertThatThrownBy(() -> JournalClient.await(late))
          .satisfies(failure -> assertThat(FailureCode.of(failure)).isEqualTo(FailureCode.FENCED));
      assertThat(Rows.in(database, "SELECT head FROM thread")).containsExactly("1");
    }
  }

  @Test
  void anAppendThatWaitedForTheLockIsNumberedAfterWhatHappenedMeanwhile() throws SQLException {
    // Given
    Lease lease = begun(journal, THREAD, "hello").lease();

    try (Connection other = lockedThread()) {
      // When
      Future<Appended> late =
          journal.asking(
              Journal.APPEND, new Append(lease, List.of(planned(1)), RunStatus.RUNNING, null));
      untilWaiting(1);
      execute(other, "UPDATE thread SET head = head + 5");
      other.commit();

      // Then
      assertThat(JournalClient.await(late).checkpointIds()).containsExactly(7L);
    }
  }

  @Test
  void aGoalThatWaitedForTheLockSeesThatTheThreadBecameFree() throws SQLException {
    // Given
    begun(journal, THREAD, "hello");

    try (Connection other = lockedThread()) {
      // When
      Future<GoalAccepted> late = journal.asking(Journal.ACCEPT, goal(THREAD, "second"));
      untilWaiting(1);
      execute(other, "UPDATE run SET status = 'finished'");
      other.commit();

      // Then
      assertThat(claimOf(JournalClient.await(late))).isNotNull();
    }
  }

  @Test
  void anEndThatWaitedForTheLockTellsOfAGoalThatCameMeanwhile() throws SQLException {
    // Given
    Lease lease = begun(journal, THREAD, "hello").lease();
    UUID waiting = UUID.randomUUID();

    try (Connection other = lockedThread()) {
      // When
      Future<Appended> late =
          journal.asking(Journal.APPEND, Samples.ending(lease, answered(1, "Done.")));
      untilWaiting(1);
      execute(
          other,
          "INSERT INTO run (run_id, owner_id, thread, goal, status, input_checkpoint) SELECT '"
              + waiting
              + "', owner_id, id, 'second', 'accepted', 2 FROM thread");
      execute(other, "UPDATE thread SET head = 2");
      other.commit();

      // Then
      assertThat(JournalClient.await(late).nextRun()).isEqualTo(waiting);
    }
  }

  @Test
  void aTakeoverThatWaitedForTheLockSeesThatTheRunEnded() throws SQLException {
    // Given
    Lease lease = begun(journal, THREAD, "hello").lease();

    try (Connection other = lockedThread()) {
      // When
      Future<RunClaimed> late =
          journal.asking(Journal.CLAIM, new ClaimRun(lease.runId(), OTHER_PLANNER, 1L));
      untilWaiting(1);
      execute(other, "UPDATE run SET status = 'finished'");
      other.commit();

      // Then
      assertThat(JournalClient.await(late).claim()).isNull();
    }
  }

  @Test
  void aLockThatIsHeldForTooLongIsGivenUpAndNothingIsWritten() throws SQLException {
    // Given
    Lease lease = begun(journal, THREAD, "hello").lease();

    try (Connection other = lockedThread()) {
      // When, Then
      assertBusy(journal.asking(Journal.ACCEPT, goal(THREAD, "second")));
      assertBusy(
          journal.asking(
              Journal.APPEND, new Append(lease, List.of(planned(1)), RunStatus.RUNNING, null)));
      other.rollback();
    }
    assertThat(Rows.in(database, "SELECT head FROM thread")).containsExactly("1");
    assertThat(Samples.append(journal, lease, planned(1)).checkpointIds()).containsExactly(2L);
  }

  private static void assertBusy(Future<?> late) {
    assertThatThrownBy(() -> JournalClient.await(late))
        .hasMessageContaining("too busy")
        .satisfies(
            failure -> assertThat(FailureCode.of(failure)).isEqualTo(FailureCode.UNAVAILABLE));
  }

  /** A connection of another process that holds the lock of the one thread. */
  private Connection lockedThread() throws SQLException {
    Connection connection = Rows.connect(database);
    connection.setAutoCommit(false);
    execute(connection, "SELECT FROM thread FOR UPDATE");
    return connection;
  }

  private void untilWaiting(int connections) {
    Waiting.until(
        () -> Rows.in(database, WAITING_FOR_A_LOCK).contains(String.valueOf(connections)));
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
