package notjarvis.persistence;

import static notjarvis.persistence.Samples.OTHER_PLANNER;
import static notjarvis.persistence.Samples.PLANNER;
import static notjarvis.persistence.Samples.THREAD;
import static notjarvis.persistence.Samples.accept;
import static notjarvis.persistence.Samples.answered;
import static notjarvis.persistence.Samples.begun;
import static notjarvis.persistence.Samples.cancel;
import static notjarvis.persistence.Samples.end;
import static notjarvis.persistence.Samples.goal;
import static notjarvis.persistence.Samples.steer;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import notjarvis.journal.AcceptGoal;
import notjarvis.journal.Beat;
import notjarvis.journal.Beats;
import notjarvis.journal.Journal;
import notjarvis.journal.Lease;
import notjarvis.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeartbeatTest {
  private final TestDatabase database = TestDatabase.create();
  private final JournalClient journal = JournalClient.on(database.url());

  @AfterEach
  void close() {
    journal.close();
    database.close();
  }

  @Test
  void othersSeeTheRunsOfAPlannerAndHowFarItsCounterIs() {
    // Given
    Lease lease = begun(journal, THREAD, "hello").lease();
    beat(PLANNER);
    beat(PLANNER);

    // When
    Beats seen = beat(OTHER_PLANNER);

    // Then
    assertThat(seen.others()).containsExactly(new Beats.OwnedRun(lease, 2));
  }

  @Test
  void aPlannerIsToldItsOwnRunsApartFromThoseOfOthers() {
    // Given
    Lease lease = begun(journal, THREAD, "hello").lease();

    // When, Then
    assertThat(beat(PLANNER))
        .isEqualTo(new Beats(List.of(), List.of(), List.of(new Beats.Held(lease, 0))));
    assertThat(beat(OTHER_PLANNER).own()).isEmpty();
  }

  @Test
  void aPlannerIsToldHowMuchWasSaidToItsRuns() {
    // Given
    Lease lease = begun(journal, THREAD, "hello").lease();

    // When
    steer(journal, lease.runId(), "and more");
    cancel(journal, lease.runId());

    // Then
    assertThat(beat(PLANNER).own()).containsExactly(new Beats.Held(lease, 2));
  }

  @Test
  void anOwnerThatNeverBeatCountsAsNought() {
    // Given
    Lease lease = begun(journal, THREAD, "hello").lease();

    // When, Then
    assertThat(beat(OTHER_PLANNER).others()).containsExactly(new Beats.OwnedRun(lease, 0));
  }

  @Test
  void aRunThatIsOverIsOwnedByNobody() {
    // Given
    Lease lease = begun(journal, THREAD, "hello").lease();
    end(journal, lease, answered(1, "Done."));

    // When, Then
    assertThat(beat(OTHER_PLANNER).others()).isEmpty();
  }

  @Test
  void aRunThatWaitsIsAdriftOnlyWhenItsThreadIsFree() {
    // Given
    Lease lease = begun(journal, THREAD, "hello").lease();
    AcceptGoal waiting = goal(THREAD, "and then");
    accept(journal, waiting);
    accept(journal, goal(THREAD, "and after that"));

    // When
    Beats busy = beat(OTHER_PLANNER);
    end(journal, lease, answered(1, "Done."));
    Beats free = beat(OTHER_PLANNER);

    // Then
    assertThat(busy.adrift()).isEmpty();
    assertThat(free.adrift()).containsExactly(waiting.runId());
  }

  private Beats beat(String planner) {
    return journal.ask(Journal.BEAT, new Beat(planner));
  }
}
