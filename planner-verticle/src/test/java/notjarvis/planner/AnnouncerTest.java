package notjarvis.planner;

import static notjarvis.planner.Workshop.found;
import static notjarvis.planner.Workshop.query;
import static notjarvis.planner.Workshop.url;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import notjarvis.action.SearchResult;
import notjarvis.run.Cursor;
import notjarvis.run.Outcome;
import notjarvis.run.RunEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the planner itself tells of what has become durable. */
class AnnouncerTest {
  private final Workshop workshop = new Workshop();

  @AfterEach
  void close() {
    workshop.close();
  }

  @Test
  void itTellsEachCheckpointOnceWithResultsByTheirNumbersInTheThread() {
    // Given
    workshop.executor.answersWith(found("https://a.example/", "https://b.example/"));
    workshop.brain.act("search", query("cats")).act("search", query("dogs"));
    workshop.brain.act("open", url("javascript:x")).finish("Found.");
    workshop.deployed();
    // When
    UUID runId = workshop.start("search cats and dogs");
    await().until(() -> workshop.announced(runId).size() == 6);
    // Then
    List<RunEvent> told = workshop.announced(runId);
    assertThat(told.get(3)).isInstanceOf(RunEvent.StepObserved.class);
    assertThat(((RunEvent.StepObserved) told.get(3)).observation().results())
        .extracting(SearchResult::number)
        .containsExactly(3, 4);
    assertThat(told.get(4)).isInstanceOf(RunEvent.StepRefused.class);
    assertThat(told.get(5))
        .isEqualTo(
            new RunEvent.RunEnded(runId, Cursor.of(7), Outcome.FINISHED, runId + ":4", "Found."));
  }
}
