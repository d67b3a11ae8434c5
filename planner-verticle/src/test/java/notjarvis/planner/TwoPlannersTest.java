package notjarvis.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import notjarvis.journal.Entry;
import notjarvis.journal.Verdict;
import notjarvis.planner.brain.Decision;
import notjarvis.run.Outcome;
import notjarvis.thread.ThreadKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two planners on one journal never work on the same run. */
class TwoPlannersTest {
  private static final int RUNS = 20;

  private final Workshop workshop = new Workshop().hasty();
  private final HonestExecutor executor = workshop.honest();

  @BeforeEach
  void deploy() {
    Decision open = new Decision.Act("", "open", Workshop.url("https://a.example"));
    StepwiseBrain brain = StepwiseBrain.of(open, new Decision.Finish("It is open."));
    workshop.deployed(brain).deployed(brain);
  }

  @AfterEach
  void close() {
    workshop.close();
  }

  private List<UUID> start(String goal) {
    return IntStream.range(0, RUNS)
        .mapToObj(i -> workshop.startIn(ThreadKey.local("thread-" + i % 5), goal))
        .toList();
  }

  private void assertEachDoneOnce(List<UUID> runs) {
    runs.forEach(run -> assertThat(workshop.ended(run).outcome()).isEqualTo(Outcome.FINISHED));
    assertThat(executor.effects())
        .containsExactlyInAnyOrderElementsOf(runs.stream().map(run -> run + ":1").toList());
    runs.forEach(run -> Errand.assertValid(workshop.journal.entries(run)));
  }

  @Test
  void everyGoalIsWorkedOnOnce() {
    assertEachDoneOnce(start("open https://a.example"));
  }

  @Test
  void everyAnswerIsTakenOnce() {
    // Given
    List<UUID> runs =
        IntStream.range(0, RUNS)
            .mapToObj(i -> workshop.startIn(ThreadKey.local("own-" + i), "the best site"))
            .toList();
    // When
    runs.forEach(run -> workshop.answer(run, Verdict.GRANTED));
    // Then
    assertEachDoneOnce(runs);
  }

  @Test
  void whatIsSaidWhileAnotherOneOwnsTheRunIsHeededByThatOne() {
    // Given
    List<UUID> runs = start("open https://a.example");
    // When
    runs.stream()
        .filter(run -> !workshop.journal.isOver(run))
        .forEach(run -> workshop.journal.say(run, new Entry.Steered("hurry")));
    // Then
    assertEachDoneOnce(runs);
  }
}
