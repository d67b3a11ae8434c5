package notjarvis.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import notjarvis.journal.Entry;
import notjarvis.run.Outcome;
import notjarvis.run.RunStatus;
import notjarvis.thread.ThreadKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runs that cannot be worked on. */
class BrokenRunTest {
  private final Workshop workshop = new Workshop();

  @AfterEach
  void close() {
    workshop.close();
  }

  @Test
  void oneThatCannotBeClaimedIsLeftAloneAndOthersGoOn() {
    // Given
    UUID broken = UUID.randomUUID();
    workshop.journal.leaveAdrift(broken, ThreadKey.local("broken"), "hi");
    workshop.journal.breakClaims(broken);
    workshop.brain.finish("Hello.");
    // When
    workshop.deployed();
    workshop.executor.announce();
    await().until(() -> workshop.journal.claimsOfBroken() == 3);
    // Then
    assertThat(workshop.run("hi").answer()).isEqualTo("Hello.");
    await()
        .during(Duration.ofMillis(300))
        .untilAsserted(() -> assertThat(workshop.journal.claimsOfBroken()).isEqualTo(3));
  }

  @Test
  void oneWhoseClaimSaysNothingEndsAndTheNextOneBegins() {
    // Given
    UUID empty = UUID.randomUUID();
    workshop.journal.leaveAdrift(empty, Workshop.THREAD, "hi");
    workshop.journal.emptyClaims(empty);
    workshop.brain.finish("Hello.");
    workshop.deployed();
    // When
    UUID next = workshop.start("hi again");
    // Then
    assertThat(workshop.ended(empty).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(workshop.ended(empty).answer()).startsWith("I cannot read what I have written");
    assertThat(workshop.ended(next).answer()).isEqualTo("Hello.");
  }

  @Test
  void moreRunsThanOnePlannerWorksOnWaitUntilThereIsRoom() {
    // Given
    for (int n = 0; n < 200; n++) {
      workshop.brain.thinksForEver();
    }
    workshop.brain.finish("Hello.");
    workshop.deployed();
    UUID first = workshop.startIn(ThreadKey.local("t-0"), "think");
    for (int n = 1; n < 200; n++) {
      workshop.startIn(ThreadKey.local("t-" + n), "think");
    }
    await().until(() -> workshop.brain.seen().size() == 200);
    UUID last = workshop.startIn(ThreadKey.local("last"), "hi");
    await().until(() -> workshop.journal.status(last) == RunStatus.ACCEPTED);
    // When
    workshop.journal.say(first, new Entry.CancelAsked("local"));
    // Then
    assertThat(workshop.ended(last).answer()).isEqualTo("Hello.");
  }
}
