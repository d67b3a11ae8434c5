package notjarvis.persistence;

import static notjarvis.persistence.Samples.OTHER_PLANNER;
import static notjarvis.persistence.Samples.THREAD;
import static notjarvis.persistence.Samples.append;
import static notjarvis.persistence.Samples.assertFails;
import static notjarvis.persistence.Samples.begun;
import static notjarvis.persistence.Samples.cancel;
import static notjarvis.persistence.Samples.claim;
import static notjarvis.persistence.Samples.planned;
import static notjarvis.persistence.Samples.present;
import static org.assertj.core.api.Assertions.assertThat;

import notjarvis.failure.FailureCode;
import notjarvis.journal.Beat;
import notjarvis.journal.Journal;
import notjarvis.journal.Lease;
import notjarvis.journal.ReleaseRun;
import notjarvis.run.RunStatus;
import org.junit.jupiter.api.Test;

/** A planner gives its runs back. */
class ReleaseTest extends JournalTest {
  private boolean release(Lease lease) {
    return journal.ask(Journal.RELEASE, new ReleaseRun(lease)).released();
  }

  @Test
  void aRunThatWasGivenBackIsThereForAnyPlannerAndNotForTheOneThatHadIt() {
    // Given
    Lease lease = begun(journal, THREAD, "hello").lease();

    // When
    boolean released = release(lease);

    // Then
    assertThat(released).isTrue();
    assertThat(journal.ask(Journal.BEAT, new Beat(OTHER_PLANNER)).adrift())
        .containsExactly(lease.runId());
    assertFails(FailureCode.FENCED, () -> append(journal, lease, planned(1)));
    assertThat(present(claim(journal, lease.runId(), OTHER_PLANNER, null)).lease().epoch())
        .isEqualTo(2);
  }

  @Test
  void aLeaseThatIsNotTheNewestGivesNothingBack() {
    // Given
    Lease lease = begun(journal, THREAD, "hello").lease();
    claim(journal, lease.runId(), OTHER_PLANNER, 1L);

    // When, Then
    assertThat(release(lease)).isFalse();
    assertThat(journal.ask(Journal.BEAT, new Beat(OTHER_PLANNER)).adrift()).isEmpty();
  }

  @Test
  void aRunThatWasGivenBackIsStoppedByWhoeverGoesOnWithIt() {
    // Given
    Lease lease = begun(journal, THREAD, "hello").lease();
    release(lease);

    // When, Then
    assertThat(cancel(journal, lease.runId()).status()).isEqualTo(RunStatus.ACCEPTED);
    assertThat(release(lease)).isFalse();
  }
}
