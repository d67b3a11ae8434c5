package notjarvis.planner;

import static notjarvis.planner.Workshop.query;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;
import notjarvis.action.Observation;
import notjarvis.failure.Failure;
import notjarvis.journal.Metadata;
import notjarvis.journal.Usage;
import notjarvis.planner.brain.Decision;
import notjarvis.planner.brain.Thought;
import notjarvis.run.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a brain that could not decide leaves behind. */
final class GivingUpTest {
  private static final Usage SPENT = new Usage(84, 24, 2);

  private final Workshop workshop = new Workshop();

  @AfterEach
  void close() {
    workshop.close();
  }

  private void searchesAndGivesUp() {
    workshop.executor.answersWith(Observation.done("Found nothing."));
    Decision givenUp = new Decision.GiveUp(Failure.unavailable("The model is away."));
    Thought thought = new Thought(givenUp, ScriptedBrain.NAME, SPENT);
    workshop.brain.act("search", query("cats"));
    workshop.brain.then((situation, words) -> Future.succeededFuture(Optional.of(thought)));
    workshop.deployed();
  }

  @Test
  void theRunFailsInItsWordsAndWithWhatWasDone() {
    searchesAndGivesUp();

    RunEvent.RunEnded ended = workshop.run("search cats");

    assertThat(ended.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(ended.answer()).isEqualTo("The model is away. Done: Found nothing.");
  }

  @Test
  void whatItCostIsJournaled() {
    searchesAndGivesUp();
    UUID runId = workshop.start("search cats");

    workshop.ended(runId);

    Metadata last = workshop.journal.checkpoints(runId).get(3).metadata();
    assertThat(last.usage()).isEqualTo(SPENT);
    assertThat(last.brain()).isEqualTo(ScriptedBrain.NAME);
  }
}
