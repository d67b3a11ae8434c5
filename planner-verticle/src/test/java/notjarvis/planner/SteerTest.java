package notjarvis.planner;

import static notjarvis.planner.Workshop.query;
import static notjarvis.planner.Workshop.url;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import notjarvis.action.Action;
import notjarvis.action.Observation;
import notjarvis.failure.Failure;
import notjarvis.journal.Entry;
import notjarvis.journal.Usage;
import notjarvis.planner.brain.Decision;
import notjarvis.planner.brain.Thought;
import notjarvis.planner.intent.LocalIntents;
import notjarvis.run.Outcome;
import notjarvis.run.StartRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A person says more to a run that is under way. */
class SteerTest {
  static final List<String> POINTS = Fates.POINTS.subList(0, Fates.POINTS.size() - 1);
  private static final Entry OWLS = new Entry.Steered("and look for owls");

  private final Workshop workshop = new Workshop();

  @AfterEach
  void close() {
    workshop.close();
  }

  @ParameterizedTest
  @FieldSource("POINTS")
  void itIsHeededAtTheNextStepAndNothingIsDoneTwice(String point) {
    // Given
    HonestExecutor executor = workshop.honest();
    workshop.hasty().deployed(Errand.brain());
    UUID runId = UUID.randomUUID();
    workshop.journal.fates.at(point, planner -> workshop.journal.say(runId, OWLS));
    // When
    workshop.ask(StartRun.of(runId, Workshop.THREAD, Errand.GOAL));
    // Then
    assertThat(workshop.ended(runId).answer()).isEqualTo(Errand.DONE);
    List<Entry> entries = workshop.journal.entries(runId);
    assertThat(
            Errand.of(entries, Entry.ActionPlanned.class).stream()
                .map(Entry.ActionPlanned::action)
                .map(Action::arguments))
        .containsOnlyOnce(query("mit"), url("https://mit.edu/"), query("owls"));
    Errand.assertValid(entries);
    Errand.assertHonest(runId, entries, executor);
  }

  @Test
  void aDecisionInTheMakingIsDroppedAndMadeAnewWithTheWords() {
    // Given
    workshop.brain.thinksForEver().finish("An owl is a bird.");
    workshop.deployed();
    UUID runId = workshop.start("what is an eagle");
    await().until(() -> !workshop.brain.seen().isEmpty());
    // When
    workshop.journal.say(runId, new Entry.Steered("I meant an owl"));
    // Then
    assertThat(workshop.ended(runId).answer()).isEqualTo("An owl is a bird.");
    assertThat(workshop.brain.seen().get(1).thread().messages())
        .extracting(message -> message.text())
        .containsExactly("what is an eagle", "I meant an owl");
    assertThat(workshop.brain.seen().get(1).run().words())
        .isEqualTo("what is an eagle\nI meant an owl");
  }

  @Test
  void whatADroppedDecisionHasCostIsJournaledWithTheNextOne() {
    // Given
    Promise<Optional<Thought>> late = Promise.promise();
    workshop.brain.then((situation, words) -> late.future()).finish("An owl is a bird.");
    workshop.deployed();
    UUID runId = workshop.start("what is an eagle");
    await().until(() -> !workshop.brain.seen().isEmpty());
    workshop.journal.failBeats(Failure.unavailable("away"));
    // When
    workshop.journal.sayUnheard(runId, new Entry.Steered("I meant an owl"));
    ScriptedBrain.known(new Decision.Finish("An eagle is a bird.")).onComplete(late);
    workshop.ended(runId);
    // Then
    Usage both = ScriptedBrain.USAGE.plus(ScriptedBrain.USAGE);
    assertThat(workshop.journal.checkpoints(runId).get(2).metadata().usage()).isEqualTo(both);
    assertThat(workshop.journal.entries(runId))
        .last()
        .isEqualTo(new Entry.AnswerGiven(Outcome.FINISHED, "An owl is a bird."));
  }

  @Test
  void theLocalIntentsTakeTheLastWordsForTheGoal() {
    // Given
    HonestExecutor executor = workshop.honest();
    Promise<Observation> slow = Promise.promise();
    executor.does(
        action ->
            action.arguments().equals(query("owls"))
                ? slow.future()
                : Future.succeededFuture(Workshop.found("https://a.example/")));
    workshop.deployed(new LocalIntents());
    UUID runId = workshop.start("search for owls and take a screenshot");
    await().until(() -> !executor.asked().isEmpty());
    // When
    workshop.journal.say(runId, new Entry.Steered("search for eagles"));
    slow.complete(Workshop.found("https://b.example/"));
    workshop.ended(runId);
    // Then
    assertThat(executor.asked().stream().map(order -> order.action().arguments()))
        .containsExactly(query("owls"), query("eagles"));
    assertThat(workshop.ended(runId).answer()).contains("https://a.example/");
  }

  @Test
  void aNoStopsWhatTheGoalAskedFor() {
    // Given
    Promise<Observation> slow = Promise.promise();
    workshop.executor.does(action -> slow.future());
    workshop.brain.act("search", query("mit")).act("open", url("mit.edu")).finish("All right.");
    workshop.deployed();
    UUID runId = workshop.start("find mit and open mit.edu");
    await().until(() -> !workshop.executor.asked().isEmpty());
    // When
    workshop.journal.say(runId, new Entry.Steered("but don't open it"));
    slow.complete(Observation.done("Found it."));
    // Then
    assertThat(workshop.ended(runId).answer()).isEqualTo("All right.");
    assertThat(workshop.executor.asked()).hasSize(1);
    assertThat(Errand.of(workshop.journal.entries(runId), Entry.ActionRefused.class)).hasSize(1);
  }
}
