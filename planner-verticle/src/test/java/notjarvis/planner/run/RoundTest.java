package notjarvis.planner.run;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import notjarvis.journal.Claim;
import notjarvis.journal.Lease;
import notjarvis.thread.ThreadKey;
import org.junit.jupiter.api.Test;

class RoundTest {
  @Test
  void aClaimWithoutItsOwnRunIsADefect() {
    Lease lease = new Lease(UUID.randomUUID(), ThreadKey.local("default"), "planner", 1);
    assertThatThrownBy(() -> Round.of(new Claim(lease, "a goal", List.of())))
        .hasMessage("the state of a claim has to hold its own run");
  }
}
