package notjarvis.planner;

import static notjarvis.planner.Workshop.done;
import static notjarvis.planner.Workshop.query;
import static notjarvis.planner.Workshop.url;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Promise;
import java.util.UUID;
import notjarvis.action.Action;
import notjarvis.action.Effect;
import notjarvis.action.Observation;
import notjarvis.action.Observation.Status;
import notjarvis.journal.Entry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Executors that are slow, come back, or do not. */
class LateReplyTest {
  private static final String GOAL = "open https://a.example/";

  private final Workshop workshop = new Workshop().impatient();
  private final ScriptedBrain brain = workshop.brain;
  private final HonestExecutor executor = workshop.honest();

  @AfterEach
  void close() {
    workshop.close();
  }

  private Observation seen(UUID runId) {
    workshop.ended(runId);
    return Errand.of(workshop.journal.entries(runId), Entry.ActionObserved.class)
        .get(0)
        .observation();
  }

  private void orphan(UUID runId, Action action, String instance) {
    workshop.journal.leaveBehind(
        runId, Workshop.THREAD, GOAL, new Entry.ActionPlanned(1, "", action, instance));
  }

  private static Action opening(UUID runId) {
    return new Action(runId + ":1", "open_website", url("https://a.example/"), Effect.IRREVERSIBLE);
  }

  @Test
  void aSlowActionIsJoinedAndNotBegunAgain() {
    // Given
    Promise<Observation> slow = Promise.promise();
    executor.does(action -> slow.future());
    brain.act("open", url("a.example")).finish("It is open.");
    workshop.deployed();
    UUID runId = workshop.start(GOAL);
    // When
    await().until(() -> executor.asked().size() >= 3);
    slow.complete(Observation.done("Opened it."));
    // Then
    assertThat(seen(runId)).isEqualTo(Observation.done("Opened it."));
    assertThat(executor.effects()).containsExactly(runId + ":1");
  }

  @Test
  void anExecutorThatComesBackTellsWhatCameOfIt() {
    // Given
    executor.does(action -> executor.close().map(Observation.done("Opened it.")));
    brain.act("open", url("a.example")).finish("It is open.");
    workshop.deployed();
    UUID runId = workshop.start(GOAL);
    await().until(() -> !executor.effects().isEmpty());
    // When
    executor.open();
    // Then
    assertThat(seen(runId)).isEqualTo(Observation.done("Opened it."));
    assertThat(executor.effects()).hasSize(1);
  }

  @Test
  void ofOneThatDoesNotItIsUnknownWhetherItWasDone() {
    // Given
    executor.does(action -> Promise.<Observation>promise().future());
    brain.act("open", url("a.example")).finish("Perhaps.");
    workshop.deployed();
    UUID runId = workshop.start(GOAL);
    await().until(() -> !executor.effects().isEmpty());
    // When
    done(executor.close());
    // Then
    assertThat(seen(runId))
        .isEqualTo(
            Observation.unknown(
                "The executor is away: open_website https://a.example/ may or may not have"
                    + " happened."));
  }

  @Test
  void whatAnotherPlannerMayHaveOrderedIsUnknownWhenItsExecutorIsAway() {
    // Given
    UUID runId = UUID.randomUUID();
    orphan(runId, opening(runId), "desk-9");
    brain.finish("Perhaps.");
    // When
    workshop.deployed();
    // Then
    assertThat(seen(runId).status()).isEqualTo(Status.UNKNOWN);
    assertThat(workshop.ended(runId).answer()).isEqualTo("Perhaps.");
    assertThat(executor.asked()).isEmpty();
  }

  @Test
  void anActionThatStaysWithoutAnOutcomeIsCalledOffAndThatAnswerIsFinal() {
    // Given
    executor.answersNoOrder();
    brain.act("open", url("a.example")).finish("No.");
    workshop.deployed();
    UUID runId = workshop.start(GOAL);
    // When
    await().until(() -> executor.calledOff().contains(runId + ":1"));
    // Then
    assertThat(seen(runId)).isEqualTo(Observation.failed("It was called off before it began."));
    assertThat(executor.effects()).isEmpty();
  }

  @Test
  void whatOnlyLooksIsDoneElsewhere() {
    // Given
    UUID runId = UUID.randomUUID();
    orphan(runId, new Action(runId + ":1", "search", query("cats"), Effect.PURE), "desk-9");
    brain.finish("Found.");
    // When
    workshop.deployed();
    // Then
    assertThat(workshop.ended(runId).answer()).isEqualTo("Found.");
    assertThat(seen(runId).succeeded()).isTrue();
    assertThat(executor.asked()).hasSize(1);
  }
}
