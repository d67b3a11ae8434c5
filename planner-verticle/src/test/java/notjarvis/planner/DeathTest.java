package notjarvis.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import notjarvis.journal.Entry;
import notjarvis.run.Outcome;
import notjarvis.run.StartRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A planner dies at each point of a run, and another one goes on. */
class DeathTest {
  static final List<String> POINTS = Fates.POINTS;

  private final Workshop workshop = new Workshop();

  @AfterEach
  void close() {
    workshop.close();
  }

  @ParameterizedTest
  @FieldSource("POINTS")
  void theRunGoesOnAndNothingIsDoneTwice(String point) {
    // Given
    HonestExecutor executor = workshop.honest();
    workshop.hasty().deployed(Errand.brain()).deployed(Errand.brain());
    workshop.journal.fates.dieAt(point);
    UUID runId = UUID.randomUUID();
    // When
    workshop.ask(StartRun.of(runId, Workshop.THREAD, Errand.GOAL));
    RunEvent.RunEnded ended = workshop.ended(runId);
    // Then
    List<Entry> entries = workshop.journal.entries(runId);
    assertThat(workshop.journal.fates.hasStruck(point)).isTrue();
    assertThat(ended.outcome()).isEqualTo(Outcome.FINISHED);
    assertThat(ended.answer()).isEqualTo(Errand.DONE);
    assertThat(executor.effects()).containsExactly(runId + ":2");
    assertThat(entries).hasSize(6);
    Errand.assertValid(entries);
    Errand.assertHonest(runId, entries, executor);
  }
}
