package notjarvis.planner.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import notjarvis.journal.Beats;
import notjarvis.journal.Beats.OwnedRun;
import notjarvis.journal.Lease;
import notjarvis.thread.ThreadKey;
import org.junit.jupiter.api.Test;

class OwnerWatchTest {
  private static final Lease FIRST = leaseOf("one");
  private static final Lease SECOND = leaseOf("two");

  private final Set<UUID> underWay = new HashSet<>();
  private final FakeTime time = new FakeTime();
  private final OwnerWatch watch =
      new OwnerWatch(time.time(), Duration.ofSeconds(3), underWay::contains);

  private static Lease leaseOf(String planner) {
    return new Lease(UUID.randomUUID(), ThreadKey.local(planner), planner, 1);
  }

  private List<Lease> lookAfter(long millis, OwnedRun... runs) {
    time.passes(millis);
    return watch.orphans(new Beats(List.of(runs), List.of(), List.of()));
  }

  @Test
  void anOwnerThatDoesNotMoveForThreeSecondsIsGone() {
    OwnedRun still = new OwnedRun(FIRST, 7);
    assertThat(lookAfter(0, still)).isEmpty();
    assertThat(lookAfter(1_000, still)).isEmpty();
    assertThat(lookAfter(1_000, still)).isEmpty();
    assertThat(lookAfter(999, still)).isEmpty();
    assertThat(lookAfter(1, still)).containsExactly(FIRST);
  }

  @Test
  void anOwnerThatMovesIsNot() {
    for (int beat = 0; beat < 10; beat++) {
      assertThat(lookAfter(1_000, new OwnedRun(FIRST, beat), new OwnedRun(SECOND, -beat)))
          .isEmpty();
    }
  }

  @Test
  void allRunsOfAnOwnerThatIsGoneAreOrphansAndNoOthers() {
    Lease other = new Lease(UUID.randomUUID(), ThreadKey.local("x"), "one", 4);
    for (int beat = 0; beat < 3; beat++) {
      lookAfter(1_000, new OwnedRun(FIRST, 7), new OwnedRun(SECOND, beat), new OwnedRun(other, 7));
    }
    assertThat(
            lookAfter(
                1_000, new OwnedRun(FIRST, 7), new OwnedRun(SECOND, 9), new OwnedRun(other, 7)))
        .containsExactly(FIRST, other);
  }

  @Test
  void afterAnOutageEveryoneGetsTheFullTime() {
    OwnedRun still = new OwnedRun(FIRST, 7);
    lookAfter(0, still);
    lookAfter(1_500, still);
    assertThat(lookAfter(1_800, still)).isEmpty();
    assertThat(lookAfter(1_500, still)).isEmpty();
    assertThat(lookAfter(1_499, still)).isEmpty();
    assertThat(lookAfter(1, still)).containsExactly(FIRST);
  }

  @Test
  void aLookThatFailsNowAndThenKeepsNobodyAlive() {
    OwnedRun still = new OwnedRun(FIRST, 7);
    lookAfter(0, still);
    assertThat(lookAfter(1_799, still)).isEmpty();
    assertThat(lookAfter(1_201, still)).containsExactly(FIRST);
  }

  @Test
  void aRunOfOurOwnThatIsNotUnderWayIsNeglectedAtTheSecondLook() {
    underWay.add(SECOND.runId());
    assertThat(ours(FIRST, SECOND)).isEmpty();
    assertThat(ours(FIRST, SECOND)).containsExactly(FIRST);
    assertThat(ours(FIRST, SECOND)).containsExactly(FIRST);
  }

  @Test
  void aRunOfOurOwnThatIsUnderWayAtTheSecondLookIsNotNeglected() {
    assertThat(ours(FIRST)).isEmpty();
    underWay.add(FIRST.runId());
    assertThat(ours(FIRST)).isEmpty();
    underWay.clear();
    assertThat(ours(FIRST)).isEmpty();
  }

  @Test
  void afterAnOutageTheSecondLookIsTheFirst() {
    assertThat(ours(FIRST)).isEmpty();
    lookAfter(1_800);
    assertThat(ours(FIRST)).isEmpty();
    assertThat(ours(FIRST)).containsExactly(FIRST);
  }

  private List<Lease> ours(Lease... leases) {
    List<Beats.Held> own = Stream.of(leases).map(lease -> new Beats.Held(lease, 0)).toList();
    return watch.neglected(new Beats(List.of(), List.of(), own));
  }

  @Test
  void anOwnerThatWasAwayFromTheListIsWatchedAnew() {
    OwnedRun still = new OwnedRun(FIRST, 7);
    lookAfter(0, still);
    lookAfter(1_500);
    assertThat(lookAfter(1_500, still)).isEmpty();
  }
}
