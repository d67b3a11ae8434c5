package notjarvis.planner;

import static notjarvis.planner.Workshop.found;
import static notjarvis.planner.Workshop.query;
import static notjarvis.planner.Workshop.url;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import notjarvis.action.Action;
import notjarvis.action.Effect;
import notjarvis.action.Observation;
import notjarvis.journal.Checkpoint;
import notjarvis.journal.Entry;
import notjarvis.journal.Message;
import notjarvis.planner.brain.Situation;
import notjarvis.run.Cursor;
import notjarvis.run.Outcome;
import notjarvis.thread.ThreadKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunLoopTest {
  private final Workshop workshop = new Workshop();
  private final ScriptedBrain brain = workshop.brain;

  @AfterEach
  void close() {
    workshop.close();
  }

  @Test
  void anAnswerIsJournaledAndThenTold() {
    // Given
    brain.finish("Hello.");
    workshop.deployed();
    // When
    UUID runId = workshop.start("hi");
    RunEvent.RunEnded ended = workshop.ended(runId);
    // Then
    assertThat(ended)
        .isEqualTo(new RunEvent.RunEnded(runId, Cursor.of(2), Outcome.FINISHED, "Hello."));
    assertThat(workshop.journal.entries(runId))
        .containsExactly(
            new Entry.GoalGiven("hi"), new Entry.AnswerGiven(Outcome.FINISHED, "Hello."));
    assertThat(workshop.journal.isOver(runId)).isTrue();
  }

  @Test
  void anActionIsPlannedCarriedOutAndObservedBeforeTheNextDecision() {
    // Given
    workshop.executor.answersWith(Observation.opened("Opened it.", "https://mit.edu/"));
    brain.act("Opening it", "open_website", url("https://mit.edu")).finish("It is open.");
    workshop.deployed();
    // When
    UUID runId = workshop.start("open https://mit.edu");
    workshop.ended(runId);
    // Then
    Action action =
        new Action(runId + ":1", "open_website", url("https://mit.edu/"), Effect.IRREVERSIBLE);
    Observation observation = Observation.opened("Opened it.", "https://mit.edu/");
    assertThat(workshop.journal.entries(runId))
        .containsExactly(
            new Entry.GoalGiven("open https://mit.edu"),
            new Entry.ActionPlanned(1, "Opening it", action, "desk-1"),
            new Entry.ActionObserved(1, observation),
            new Entry.AnswerGiven(Outcome.FINISHED, "It is open."));
    assertThat(workshop.events(runId))
        .containsExactly(
            new RunEvent.StepPlanned(runId, Cursor.of(2), 1, "Opening it", action),
            new RunEvent.StepObserved(runId, Cursor.of(3), 1, observation),
            new RunEvent.RunEnded(runId, Cursor.of(4), Outcome.FINISHED, "It is open."));
    assertThat(workshop.executor.asked().get(0).thread()).isEqualTo(Workshop.THREAD);
  }

  @Test
  void theIntentIsDurableWhenTheExecutorIsAsked() {
    // Given
    AtomicReference<List<Entry>> journaled = new AtomicReference<>(List.of());
    workshop.executor.does(
        action -> {
          journaled.set(workshop.journal.entries(runOf(action)));
          return Future.succeededFuture(Observation.done("Done."));
        });
    brain.act("search", query("cats")).finish("Found cats.");
    workshop.deployed();
    // When
    workshop.run("search cats");
    // Then
    assertThat(journaled.get()).last().isInstanceOf(Entry.ActionPlanned.class);
  }

  private static UUID runOf(Action action) {
    return UUID.fromString(action.id().substring(0, action.id().lastIndexOf(':')));
  }

  @Test
  void theBrainSeesTheConversationTheCatalogueAndWhatItsStepsCameTo() {
    // Given
    workshop.executor.answersWith(found("https://a.example/", "https://b.example/"));
    brain.act("search", query("cats")).finish("Found.");
    workshop.deployed();
    // When
    UUID runId = workshop.start("search cats");
    workshop.ended(runId);
    // Then
    Situation first = brain.seen().get(0);
    assertThat(first.thread().messages()).extracting(Message::text).containsExactly("search cats");
    assertThat(first.catalogue()).contains(Catalogue.SEARCH, Catalogue.OPEN_WEBSITE);
    assertThat(first.stepsLeft()).isEqualTo(10);
    assertThat(first.run().executorMemory()).isEmpty();
    Situation second = brain.seen().get(1);
    assertThat(second.stepsLeft()).isEqualTo(9);
    assertThat(second.run().executorMemory()).hasSize(1);
    assertThat(second.thread().results()).hasSize(2);
  }

  @Test
  void theNextRunOfAThreadRemembersTheOneBefore() {
    // Given
    workshop.executor.answersWith(found("https://a.example/"));
    brain.act("search", query("cats")).finish("Found one.").finish("You asked for cats.");
    workshop.deployed();
    workshop.run("search cats");
    // When
    workshop.run("what did I ask");
    // Then
    Situation later = brain.seen().get(2);
    assertThat(later.thread().messages())
        .extracting(Message::text)
        .containsExactly("search cats", "Found one.", "what did I ask");
    assertThat(later.run().executorMemory()).isEmpty();
    assertThat(later.run().loopCount()).isZero();
  }

  @Test
  void aCheckpointKnowsWhoDecidedAndWhatItCost() {
    // Given
    brain.act("search", query("cats")).finish("Found.");
    workshop.deployed();
    // When
    UUID runId = workshop.start("search cats");
    workshop.ended(runId);
    // Then
    List<Checkpoint> checkpoints = workshop.journal.checkpoints(runId);
    assertThat(checkpoints)
        .extracting(checkpoint -> checkpoint.metadata().brain())
        .containsExactly(null, ScriptedBrain.NAME, null, ScriptedBrain.NAME);
    assertThat(checkpoints.get(1).metadata().usage()).isEqualTo(ScriptedBrain.USAGE);
    assertThat(checkpoints)
        .allSatisfy(each -> assertThat(each.metadata().tookMs()).isNotNegative());
  }

  @Test
  void aFailedActionIsAnObservationAndTheLoopPlansAnew() {
    // Given
    workshop.executor.answersWith(Observation.failed("There is no network."));
    brain.act("search", query("cats")).finish("I could not search.");
    workshop.deployed();
    // When
    RunEvent.RunEnded ended = workshop.run("search cats");
    // Then
    assertThat(ended.outcome()).isEqualTo(Outcome.FINISHED);
    assertThat(brain.seen().get(1).run().executorMemory().get(0).observation())
        .isEqualTo(Observation.failed("There is no network."));
  }

  @Test
  void threadsDoNotWaitForEachOther() {
    // Given
    brain.thinksForEver().finish("Hello.");
    workshop.deployed();
    workshop.start("think for ever");
    // When
    UUID other = workshop.startIn(ThreadKey.local("other"), "hi");
    // Then
    assertThat(workshop.ended(other).answer()).isEqualTo("Hello.");
  }
}
