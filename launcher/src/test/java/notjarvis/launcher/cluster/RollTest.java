package notjarvis.launcher.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RollTest {
  private static final Duration SILENCE = Duration.ofSeconds(5);

  private long now;
  private final Roll roll = new Roll(() -> now, SILENCE);

  @Test
  void whoBecameAMemberHasTimeToBeHeard() {
    roll.present(List.of("a"));
    pass(4_999);
    assertThat(roll.unheard()).isEmpty();

    pass(1);

    assertThat(roll.unheard()).containsExactly("a");
  }

  @Test
  void whoIsHeardIsNotMissed() {
    roll.present(List.of("a", "b"));
    pass(3_000);
    roll.hear(pulse("a"));
    pass(3_000);

    assertThat(roll.unheard()).containsExactly("b");
  }

  @Test
  void whoLeftIsNotMissed() {
    roll.present(List.of("a"));
    pass(5_000);

    roll.present(List.of());

    assertThat(roll.unheard()).isEmpty();
  }

  @Test
  void whoIsDoubtedIsMissedUntilHeardAgain() {
    roll.present(List.of("a", "b"));
    roll.hear(pulse("a"));
    roll.hear(pulse("b"));

    roll.doubtAll();
    assertThat(roll.unheard()).containsExactly("a", "b");
    roll.hear(pulse("b"));

    assertThat(roll.unheard()).containsExactly("a");
  }

  @Test
  void allAreKnownOnceEachWasHeard() {
    roll.present(List.of("a", "b"));
    roll.hear(pulse("a"));
    assertThat(roll.knowsAll()).isFalse();

    roll.hear(pulse("b"));

    assertThat(roll.knowsAll()).isTrue();
    assertThat(roll.pulses()).extracting(Pulse::node).containsExactlyInAnyOrder("a", "b");
  }

  private void pass(long millis) {
    now += Duration.ofMillis(millis).toNanos();
  }

  private static Pulse pulse(String node) {
    return new Pulse(node, List.of("planner"), false, List.of());
  }
}
