package notjarvis.persistence;

import static notjarvis.persistence.Samples.OTHER_PLANNER;
import static notjarvis.persistence.Samples.append;
import static notjarvis.persistence.Samples.begun;
import static notjarvis.persistence.Samples.cancel;
import static notjarvis.persistence.Samples.claim;
import static notjarvis.persistence.Samples.observed;
import static notjarvis.persistence.Samples.planned;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import notjarvis.failure.FailureCode;
import notjarvis.journal.Append;
import notjarvis.journal.Appended;
import notjarvis.journal.Journal;
import notjarvis.journal.Lease;
import notjarvis.journal.NewCheckpoint;
import notjarvis.run.RunStatus;
import notjarvis.thread.ThreadKey;
import org.junit.jupiter.api.Test;

/** Appends of many runs that go out together. */
class GroupCommitTest extends JournalTest {
  private List<Lease> begin(int runs) {
    return IntStream.range(0, runs)
        .mapToObj(n -> begun(journal, ThreadKey.local("thread-" + n), "hello").lease())
        .toList();
  }

  private Future<String> appending(Lease lease, NewCheckpoint checkpoint) {
    return journal
        .asking(Journal.APPEND, new Append(lease, List.of(checkpoint), RunStatus.RUNNING, 0))
        .map(answer -> answer.missed().isEmpty() ? "written" : "behind")
        .recover(failure -> Future.succeededFuture(FailureCode.of(failure).name()));
  }

  @Test
  void manyAppendsShareAFewCommits() {
    // Given
    List<Lease> leases = begin(60);
    Rows.change(
        database,
        """
        CREATE TABLE commits (id xid8);
        CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql
          AS 'BEGIN INSERT INTO notjarvis.commits VALUES (pg_current_xact_id()); RETURN NULL; END';
        CREATE TRIGGER note AFTER INSERT ON checkpoint FOR EACH STATEMENT EXECUTE FUNCTION note()
        """);

    // When
    List<String> answers =
        JournalClient.all(leases.stream().map(lease -> appending(lease, planned(1))));

    // Then
    assertThat(answers).hasSize(60).containsOnly("written");
    int commits =
        Integer.parseInt(Rows.in(database, "SELECT count(DISTINCT id) FROM commits").get(0));
    assertThat(commits).isBetween(1, 20);
  }

  @Test
  void eachAppendOfAFlushIsJudgedByItself() {
    // Given
    List<Lease> leases = begin(6);
    claim(journal, leases.get(1).runId(), OTHER_PLANNER, 1L);
    append(journal, leases.get(2), observed(1, "Something else."));
    cancel(journal, leases.get(3).runId());
    append(journal, leases.get(4), observed(1));

    // When
    List<String> answers =
        JournalClient.all(leases.stream().map(lease -> appending(lease, observed(1))));

    // Then
    assertThat(answers)
        .containsExactly("written", "FENCED", "CONFLICT", "behind", "written", "written");
  }

  @Test
  void oneThatTheDatabaseRefusesDoesNotTakeTheOthersDown() {
    // Given
    List<Lease> leases = begin(20);
    Rows.change(
        database,
        """
        CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
          IF NEW.checkpoint ->> 'type' = 'action_observed' THEN RAISE 'no such thing'; END IF;
          RETURN NEW; END $$;
        CREATE TRIGGER refuse BEFORE INSERT ON checkpoint FOR EACH ROW EXECUTE FUNCTION refuse()
        """);

    // When
    List<String> answers =
        JournalClient.all(
            IntStream.range(0, 20)
                .mapToObj(n -> appending(leases.get(n), n == 7 ? observed(1) : planned(1))));

    // Then
    List<String> expected = new ArrayList<>(Collections.nCopies(20, "written"));
    expected.set(7, "INTERNAL");
    assertThat(answers).isEqualTo(expected);
  }

  @Test
  void aThreadThatIsLockedHoldsNoOtherUp() throws SQLException {
    // Given
    List<Lease> leases = begin(10);

    try (Connection other = Rows.connect(database)) {
      other.setAutoCommit(false);
      other.createStatement().execute("SELECT FROM thread WHERE thread_id = 'thread-0' FOR UPDATE");

      // When
      List<Future<String>> asked =
          leases.stream().map(lease -> appending(lease, planned(1))).toList();
      List<String> others = JournalClient.all(asked.stream().skip(1));

      // Then
      assertThat(others).containsOnly("written");
      assertThat(asked.get(0).isComplete()).isFalse();
      other.rollback();
      assertThat(JournalClient.await(asked.get(0))).isEqualTo("written");
    }
  }

  @Test
  void whatOneRunAppendsIsWrittenInTheOrderAsked() {
    // Given
    Lease lease = begin(1).get(0);

    // When
    List<Appended> answers =
        JournalClient.all(
            IntStream.rangeClosed(1, 30)
                .mapToObj(step -> new Append(lease, List.of(planned(step)), RunStatus.RUNNING, 0))
                .map(each -> journal.asking(Journal.APPEND, each)));

    // Then
    assertThat(answers)
        .flatExtracting(Appended::checkpointIds)
        .isEqualTo(IntStream.rangeClosed(2, 31).mapToObj(Long::valueOf).toList());
  }

  @Test
  void aStaleOwnerWritesNothingInAFlushOrAlone() {
    // Given
    List<Lease> leases = begin(5);
    leases.forEach(lease -> claim(journal, lease.runId(), OTHER_PLANNER, 1L));

    // When
    List<String> stale =
        JournalClient.all(leases.stream().map(lease -> appending(lease, planned(1))));

    // Then
    assertThat(stale).containsOnly("FENCED");
    assertThat(Rows.in(database, "SELECT DISTINCT head FROM thread")).containsExactly("1");
  }
}
