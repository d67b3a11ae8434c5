package notjarvis.planner.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class SetbacksTest {
  private static final UUID RUN = UUID.randomUUID();

  private final FakeTime time = new FakeTime();
  private final Setbacks setbacks = new Setbacks(time.time());

  @Test
  void theFirstFewAreTriedAgainAtOnce() {
    assertThat(setbacks.add(RUN)).isTrue();
    assertThat(setbacks.add(RUN)).isFalse();
    assertThat(setbacks.pauses(RUN)).isFalse();
  }

  @Test
  void thenThePausesGrowToTenMinutes() {
    for (int times = 0; times < 3; times++) {
      setbacks.add(RUN);
    }
    time.passes(4_999);
    assertThat(setbacks.pauses(RUN)).isTrue();
    time.passes(1);
    assertThat(setbacks.pauses(RUN)).isFalse();
    for (int times = 0; times < 100; times++) {
      setbacks.add(RUN);
    }
    time.passes(599_999);
    assertThat(setbacks.pauses(RUN)).isTrue();
    time.passes(1);
    assertThat(setbacks.pauses(RUN)).isFalse();
  }

  @Test
  void whatCouldBeWorkedOnBeginsAnew() {
    for (int times = 0; times < 3; times++) {
      setbacks.add(RUN);
    }
    setbacks.forget(RUN);
    assertThat(setbacks.pauses(RUN)).isFalse();
    assertThat(setbacks.add(RUN)).isTrue();
  }

  @Test
  void noMoreThanAThousandAreKept() {
    for (int times = 0; times < 3; times++) {
      setbacks.add(RUN);
    }
    for (int others = 0; others < 1_000; others++) {
      setbacks.add(UUID.randomUUID());
    }
    assertThat(setbacks.pauses(RUN)).isFalse();
  }
}
