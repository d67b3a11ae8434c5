package notjarvis.planner.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import notjarvis.action.Action;
import notjarvis.action.Effect;
import notjarvis.action.Observation;
import notjarvis.journal.Known;
import notjarvis.journal.RunState;
import notjarvis.journal.Step;
import org.junit.jupiter.api.Test;

class EndingsTest {
  private static Step step(int number, String name, Observation seen) {
    return new Step(number, "", action(name), seen, null);
  }

  private static Action action(String name) {
    return new Action("run:1", name, Map.of(), Effect.IRREVERSIBLE);
  }

  private static RunState run(Step... steps) {
    return new RunState(UUID.randomUUID(), "a goal", Known.NOTHING, steps.length, List.of(steps));
  }

  @Test
  void itTellsWhatWasDoneAndWhatIsNotCertainAndNothingElse() {
    // Given
    RunState run =
        run(
            step(1, "one", Observation.done("Opened one.")),
            step(2, "two", Observation.failed("Two failed.")),
            new Step(3, "", action("three"), null, "Not allowed."),
            step(4, "four", Observation.unknown("Four may be open.")),
            step(5, "five", Observation.done(" ")),
            new Step(6, "", action("six"), null, null));
    // When
    String told = Endings.interrupted(run);
    // Then
    assertThat(told)
        .isEqualTo(
            "I was stopped in the middle of this. Done: Opened one; five. Not certain: four; six."
                + " Ask again to go on.");
  }

  @Test
  void longTextsAreClipped() {
    String told = Endings.interrupted(run(step(1, "one", Observation.done("x".repeat(5_000)))));
    assertThat(told).hasSizeLessThan(300).contains("x…");
  }
}
