package notjarvis.planner.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import notjarvis.journal.Lease;
import notjarvis.thread.ThreadKey;
import org.junit.jupiter.api.Test;

class TenureTest {
  private final FakeTime time = new FakeTime();
  private final Tenure tenure = new Tenure(time.time());
  private final Lease lease =
      new Lease(UUID.randomUUID(), ThreadKey.local("default"), "planner-1", 2);

  @Test
  void nothingIsKnownOfALeaseThatTheJournalNeverConfirmed() {
    assertThat(tenure.isFresh(lease)).isFalse();
  }

  @Test
  void itIsFreshForLessThanASecondFromWhenTheJournalWasAsked() {
    Time.Moment asked = time.time().moment();
    time.passes(600);
    tenure.confirm(lease, asked);
    assertThat(tenure.isFresh(lease)).isTrue();
    time.passes(399);
    assertThat(tenure.isFresh(lease)).isTrue();
    time.passes(1);
    assertThat(tenure.isFresh(lease)).isFalse();
  }

  @Test
  void timeThatOnlyTheOtherClockSawCountsToo() {
    tenure.confirm(lease, time.time().moment());
    time.sleeps(1_000);
    assertThat(tenure.isFresh(lease)).isFalse();
  }

  @Test
  void anOlderAnswerThatComesLateDoesNotTakeAnythingBack() {
    Time.Moment before = time.time().moment();
    time.passes(900);
    tenure.confirm(lease, time.time().moment());
    tenure.confirm(lease, before);
    time.passes(500);
    assertThat(tenure.isFresh(lease)).isTrue();
  }

  @Test
  void anotherEpochIsAnotherLease() {
    tenure.confirm(lease, time.time().moment());
    Lease next = new Lease(lease.runId(), lease.thread(), "planner-1", 3);
    assertThat(tenure.isFresh(next)).isFalse();
    tenure.confirm(next, time.time().moment());
    assertThat(tenure.isFresh(next)).isTrue();
    assertThat(tenure.isFresh(lease)).isFalse();
  }

  @Test
  void whatIsOverIsForgotten() {
    tenure.confirm(lease, time.time().moment());
    tenure.forget(lease.runId());
    assertThat(tenure.isFresh(lease)).isFalse();
  }
}
