package notjarvis.planner;

import static notjarvis.planner.Workshop.query;
import static notjarvis.planner.Workshop.url;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import notjarvis.action.Action;
import notjarvis.action.Effect;
import notjarvis.action.Observation;
import notjarvis.config.Settings;
import notjarvis.journal.Approval;
import notjarvis.journal.Entry;
import notjarvis.journal.Verdict;
import notjarvis.planner.brain.Decision;
import notjarvis.run.Outcome;
import notjarvis.run.RunStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What needs the person's yes waits for it, and nobody owns it meanwhile. */
class ApprovalTest {
  private static final String GOAL = "find the best site";

  private final Workshop workshop = new Workshop();
  private final ScriptedBrain brain = workshop.brain;
  private final HonestExecutor executor = workshop.honest();

  @AfterEach
  void close() {
    workshop.close();
  }

  private UUID parked() {
    brain.act("Opening it.", "open", url("a.example"));
    workshop.deployed();
    UUID runId = workshop.start(GOAL);
    workshop.asked(runId);
    return runId;
  }

  private List<String> refusals(UUID runId) {
    return Errand.of(workshop.journal.entries(runId), Entry.ActionRefused.class).stream()
        .map(Entry.ActionRefused::why)
        .toList();
  }

  @Test
  void theExactActionIsAskedForAndNobodyOwnsTheRun() {
    // When
    UUID runId = parked();
    // Then
    Approval asked = workshop.asked(runId);
    assertThat(asked.action())
        .isEqualTo(
            new Action(
                runId + ":1", "open_website", url("https://a.example/"), Effect.IRREVERSIBLE));
    assertThat(asked.executor()).isEqualTo("desk-0");
    assertThat(asked.say()).isEqualTo("Opening it.");
    assertThat(asked.why()).isEqualTo("You did not ask me to open anything.");
    assertThat(asked.expiresAt())
        .isBetween(
            Instant.now().plus(Workshop.APPROVAL_WAIT).minusSeconds(60),
            Instant.now().plus(Workshop.APPROVAL_WAIT));
    assertThat(workshop.journal.lease(runId)).isNull();
    assertThat(executor.asked()).isEmpty();
  }

  @Test
  void afterAYesExactlyThatIsDoneAndNoBrainIsAskedForIt() {
    // Given
    UUID runId = parked();
    brain.finish("It is open.");
    // When
    workshop.answer(runId, Verdict.GRANTED);
    // Then
    assertThat(workshop.ended(runId).answer()).isEqualTo("It is open.");
    assertThat(executor.effects()).containsExactly(runId + ":1");
    assertThat(executor.asked().get(0).action().arguments()).isEqualTo(url("https://a.example/"));
    assertThat(brain.seen()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "DENIED, 'I left that out, because you said no.'",
    "EXPIRED, 'I left that out, because nobody said yes in time.'",
  })
  void withoutAYesItIsLeftAndTheBrainGoesOn(Verdict verdict, String why) {
    // Given
    UUID runId = parked();
    brain.finish("Then not.");
    // When
    workshop.answer(runId, verdict);
    // Then
    assertThat(workshop.ended(runId).answer()).isEqualTo("Then not.");
    assertThat(refusals(runId)).containsExactly(why);
    assertThat(executor.effects()).isEmpty();
  }

  @Test
  void nobodyIsAskedTwice() {
    // Given
    UUID runId = parked();
    brain.act("search", query("a")).act("open", url("https://A.example")).finish("Then not.");
    // When
    workshop.answer(runId, Verdict.DENIED);
    // Then
    assertThat(workshop.ended(runId).answer()).isEqualTo("Then not.");
    assertThat(refusals(runId)).hasSize(2);
  }

  @Test
  void newWordsAfterANoAreAYes() {
    // Given
    UUID runId = parked();
    workshop.brain.thinksForEver().act("open", url("https://a.example")).finish("It is open.");
    workshop.answer(runId, Verdict.DENIED);
    await().until(() -> brain.seen().size() == 2);
    // When
    workshop.journal.say(runId, new Entry.Steered("oh well, open a.example"));
    // Then
    assertThat(workshop.ended(runId).answer()).isEqualTo("It is open.");
    assertThat(executor.effects()).containsExactly(runId + ":2");
  }

  @Test
  void whatIsSaidInsteadOfAnAnswerIsDecidedAnew() {
    // Given
    UUID runId = parked();
    brain.act("open", url("https://b.example")).act("open", url("https://c.example"));
    // When
    workshop.journal.say(runId, new Entry.Steered("open b.example instead"));
    await().until(() -> executor.effects().contains(runId + ":1"));
    // Then
    assertThat(workshop.asked(runId).action().arguments()).isEqualTo(url("https://c.example/"));
    assertThat(executor.asked().get(0).action().arguments()).isEqualTo(url("https://b.example/"));
  }

  @Test
  void theSameStepMayAskAgainAfterNewWords() {
    // Given
    UUID runId = parked();
    brain.act("open", url("https://b.example"));
    // When
    workshop.journal.say(runId, new Entry.Steered("any other"));
    // Then
    await()
        .untilAsserted(
            () ->
                assertThat(workshop.asked(runId).action().arguments())
                    .isEqualTo(url("https://b.example/")));
  }

  @Test
  void anotherPlannerTakesTheAnswerWhenTheOneThatAskedIsGone() {
    // Given
    StepwiseBrain same =
        StepwiseBrain.of(
            new Decision.Act("", "open", url("a.example")), new Decision.Finish("It is open."));
    workshop.hasty().deployed(same);
    workshop.journal.fates.dieAt("after 1/approval/0");
    UUID runId = workshop.start(GOAL);
    workshop.asked(runId);
    workshop.deployed(same);
    // When
    workshop.answer(runId, Verdict.GRANTED);
    // Then
    assertThat(workshop.ended(runId).outcome()).isEqualTo(Outcome.FINISHED);
    assertThat(executor.effects()).containsExactly(runId + ":1");
  }

  @Test
  void aYesForAnExecutorThatIsGoneIsNotHandedToAnotherOne() {
    // Given
    UUID orphan = UUID.randomUUID();
    Action action = new Action(orphan + ":1", "open_app", Map.of("name", "x"), Effect.IRREVERSIBLE);
    Approval granted =
        new Approval(UUID.randomUUID(), 1, "", action, "desk-9", "", Instant.MAX, Verdict.GRANTED);
    workshop.journal.leaveBehind(orphan, Workshop.THREAD, GOAL, new Entry.ApprovalAsked(granted));
    brain.finish("It could not be done.");
    // When
    workshop.deployed();
    // Then
    assertThat(workshop.ended(orphan).answer()).isEqualTo("It could not be done.");
    assertThat(refusals(orphan))
        .containsExactly(
            "You said yes, but the host that was to do it does not offer it any more.");
    assertThat(executor.asked()).isEmpty();
  }

  @Test
  void whatMayHaveHappenedIsDoneAgainAfterAYes() {
    // Given
    executor.does(action -> Future.succeededFuture(Observation.unknown("It may be open.")));
    brain.act("open", url("a.example")).act("open", url("https://a.example")).finish("Perhaps.");
    workshop.settling(new Settings.Actions(Set.of("open"), Set.of(), Set.of())).deployed();
    UUID runId = workshop.start(GOAL);
    assertThat(workshop.asked(runId).why()).isEqualTo("It may have been done already in step 1.");
    // When
    workshop.answer(runId, Verdict.GRANTED);
    // Then
    workshop.ended(runId);
    assertThat(executor.effects()).containsExactly(runId + ":1", runId + ":2");
  }

  @Test
  void theThreadIsFreeForTheNextGoal() {
    // Given
    UUID first = parked();
    brain.finish("Hello.");
    // When
    UUID second = workshop.start("hi");
    // Then
    assertThat(workshop.ended(second).answer()).isEqualTo("Hello.");
    assertThat(workshop.journal.status(first)).isEqualTo(RunStatus.SUPERSEDED);
  }
}
