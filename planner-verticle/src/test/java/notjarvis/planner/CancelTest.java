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
import notjarvis.action.Observation;
import notjarvis.failure.Failure;
import notjarvis.journal.Entry;
import notjarvis.planner.brain.Decision;
import notjarvis.planner.brain.Thought;
import notjarvis.run.Outcome;
import notjarvis.run.RunStatus;
import notjarvis.run.StartRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A person stops a run. */
class CancelTest {
  static final List<String> POINTS = Fates.POINTS.subList(0, Fates.POINTS.size() - 1);
  private static final Entry CANCEL = new Entry.CancelAsked("local");

  private final Workshop workshop = new Workshop();

  @AfterEach
  void close() {
    workshop.close();
  }

  @ParameterizedTest
  @FieldSource("POINTS")
  void itEndsWithWhatWasDoneAndBeginsNothingMore(String point) {
    // Given
    HonestExecutor executor = workshop.honest();
    workshop.hasty().deployed(Errand.brain());
    UUID runId = UUID.randomUUID();
    workshop.journal.fates.at(point, planner -> workshop.journal.say(runId, CANCEL));
    // When
    workshop.ask(StartRun.of(runId, Workshop.THREAD, Errand.GOAL));
    RunEvent.RunEnded ended = workshop.ended(runId);
    // Then
    List<Entry> entries = workshop.journal.entries(runId);
    assertThat(ended.outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(ended.answer()).contains("I stopped, as you asked.");
    assertThat(entries.subList(entries.indexOf(CANCEL), entries.size()))
        .doesNotHaveAnyElementsOfTypes(Entry.ActionPlanned.class);
    Errand.assertValid(entries);
    Errand.assertHonest(runId, entries, executor);
  }

  @ParameterizedTest
  @FieldSource("POINTS")
  void itEndsSoThoughItsPlannerDiesThere(String point) {
    // Given
    HonestExecutor executor = workshop.honest();
    workshop.hasty().deployed(Errand.brain()).deployed(Errand.brain());
    UUID runId = UUID.randomUUID();
    workshop.journal.fates.at(
        point,
        planner -> {
          workshop.journal.say(runId, CANCEL);
          workshop.journal.fates.kill(planner);
        });
    // When
    workshop.ask(StartRun.of(runId, Workshop.THREAD, Errand.GOAL));
    RunEvent.RunEnded ended = workshop.ended(runId);
    // Then
    assertThat(ended.outcome()).isEqualTo(Outcome.CANCELLED);
    Errand.assertValid(workshop.journal.entries(runId));
    Errand.assertHonest(runId, workshop.journal.entries(runId), executor);
  }

  @Test
  void aDecisionInTheMakingIsDroppedAtOnceAndWhatWasSaidOfItStays() {
    // Given
    Promise<Void> dropped = Promise.promise();
    workshop.brain.thinks(
        (words, unwanted) -> {
          words.append("An owl is");
          unwanted.onComplete(dropped);
          return Promise.<Optional<Thought>>promise().future();
        });
    workshop.deployed();
    UUID runId = workshop.start("what is an owl");
    await().until(() -> !workshop.events(runId).isEmpty());
    // When
    workshop.journal.say(runId, CANCEL);
    RunEvent.RunEnded ended = workshop.ended(runId);
    // Then
    assertThat(Workshop.done(dropped.future())).isNull();
    assertThat(ended.answer())
        .isEqualTo("An owl is \u2026\nI stopped, as you asked. Nothing was done.");
    assertThat(workshop.events(runId, RunEvent.Words.class))
        .extracting(RunEvent.Words::offset)
        .containsExactly(0, 9);
  }

  @Test
  void anActionUnderWayIsCalledOffAndItsResultIsTold() {
    // Given
    HonestExecutor executor = workshop.honest();
    Promise<Observation> slow = Promise.promise();
    executor.does(action -> slow.future());
    workshop.brain.act("open", url("https://a.example/"));
    workshop.deployed();
    UUID runId = workshop.start("open https://a.example/");
    await().until(() -> !executor.effects().isEmpty());
    // When
    workshop.journal.say(runId, CANCEL);
    await().until(() -> executor.calledOff().contains(runId + ":1"));
    slow.complete(Observation.opened("Opened it.", "https://a.example/"));
    // Then
    assertThat(workshop.ended(runId).answer())
        .isEqualTo("I stopped, as you asked. Done: Opened it.");
  }

  @Test
  void whatOnlyLooksIsNotWaitedFor() {
    // Given
    HonestExecutor executor = workshop.honest();
    executor.does(action -> Promise.<Observation>promise().future());
    workshop.brain.act("search", query("cats"));
    workshop.deployed();
    UUID runId = workshop.start("search cats");
    await().until(() -> !executor.asked().isEmpty());
    // When
    workshop.journal.say(runId, CANCEL);
    // Then
    assertThat(workshop.ended(runId).outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(executor.calledOff()).isEmpty();
  }

  @Test
  void aRunThatWaitsForAYesEndsToo() {
    // Given
    workshop.brain.act("open", url("https://a.example/"));
    workshop.deployed();
    UUID runId = workshop.start("what is new");
    workshop.asked(runId);
    // When
    workshop.journal.say(runId, CANCEL);
    // Then
    assertThat(workshop.ended(runId).outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(workshop.journal.status(runId)).isEqualTo(RunStatus.CANCELLED);
    assertThat(workshop.executor.asked()).isEmpty();
  }

  @Test
  void theNextRunOfTheThreadBegins() {
    // Given
    workshop.brain.thinksForEver().finish("Hello.");
    workshop.deployed();
    UUID first = workshop.start("think");
    UUID second = workshop.start("hi");
    // When
    workshop.journal.say(first, CANCEL);
    // Then
    assertThat(workshop.ended(second).answer()).isEqualTo("Hello.");
    assertThat(workshop.ended(first).outcome()).isEqualTo(Outcome.CANCELLED);
  }

  @Test
  void aCancelThatNobodyHeardOfIsNoticedWithTheNextBeat() {
    // Given
    workshop.brain.thinksForEver();
    workshop.deployed();
    UUID runId = workshop.start("think");
    await().until(() -> !workshop.brain.seen().isEmpty());
    // When
    workshop.journal.sayUnheard(runId, CANCEL);
    // Then
    assertThat(workshop.ended(runId).outcome()).isEqualTo(Outcome.CANCELLED);
  }

  @Test
  void anActionUnderWayIsCalledOffThoughNobodyHeardOfTheCancel() {
    // Given
    HonestExecutor executor = workshop.honest();
    Promise<Observation> slow = Promise.promise();
    executor.does(action -> slow.future());
    workshop.brain.act("open", url("https://a.example/"));
    workshop.deployed();
    UUID runId = workshop.start("open https://a.example/");
    await().until(() -> !executor.effects().isEmpty());
    // When
    workshop.journal.sayUnheard(runId, CANCEL);
    // Then
    await().until(() -> executor.calledOff().contains(runId + ":1"));
    slow.complete(Observation.opened("Opened it.", "https://a.example/"));
    assertThat(workshop.ended(runId).outcome()).isEqualTo(Outcome.CANCELLED);
  }

  @Test
  void aCancelThatNobodyHeardOfIsSeenWhenTheAnswerIsWritten() {
    // Given
    Promise<Optional<Thought>> thought = Promise.promise();
    workshop.brain.then((situation, words) -> thought.future());
    workshop.deployed();
    UUID runId = workshop.start("hi");
    await().until(() -> !workshop.brain.seen().isEmpty());
    workshop.journal.failBeats(Failure.unavailable("away"));
    // When
    workshop.journal.sayUnheard(runId, CANCEL);
    Future<Optional<Thought>> known = ScriptedBrain.known(new Decision.Finish("Hello."));
    known.onComplete(thought);
    // Then
    assertThat(workshop.ended(runId).outcome()).isEqualTo(Outcome.CANCELLED);
  }
}
