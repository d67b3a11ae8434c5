package notjarvis.planner;

import static notjarvis.planner.Workshop.found;
import static notjarvis.planner.Workshop.query;
import static notjarvis.planner.Workshop.url;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import notjarvis.action.Action;
import notjarvis.action.Effect;
import notjarvis.action.Observation;
import notjarvis.journal.Entry;
import notjarvis.journal.Step;
import notjarvis.run.Cursor;
import notjarvis.run.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RefusalsTest {
  private final Workshop workshop = new Workshop();
  private final ScriptedBrain brain = workshop.brain;

  @AfterEach
  void close() {
    workshop.close();
  }

  private List<String> refusalsOf(String goal) {
    UUID runId = workshop.start(goal);
    workshop.ended(runId);
    return workshop.events(runId, RunEvent.StepRefused.class).stream()
        .map(RunEvent.StepRefused::why)
        .toList();
  }

  @Test
  void anAliasAndTheNumberOfAResultBecomeTheActionItself() {
    // Given
    workshop.executor.answersWith(found("https://a.example/", "https://b.example/x"));
    brain.act("search", query("b")).act("open", url(2)).act("open", url("1")).finish("Open.");
    workshop.deployed();
    // When
    workshop.run("find b and open it");
    // Then
    assertThat(workshop.executor.actions().subList(1, 3))
        .extracting(Action::name, Action::arguments)
        .containsExactly(
            tuple("open_website", url("https://b.example/x")),
            tuple("open_website", url("https://a.example/")));
  }

  @Test
  void aNumberThatNoResultHasIsRefusedAndTheRunGoesOn() {
    // Given
    brain.act("Opening", "open", url(7)).finish("There was none.");
    workshop.deployed();
    // When
    UUID runId = workshop.start("open the seventh");
    workshop.ended(runId);
    // Then
    Action asProposed = new Action(runId + ":1", "open_website", url(7), Effect.IRREVERSIBLE);
    String why = "There is no result number 7.";
    assertThat(workshop.journal.entries(runId).get(1))
        .isEqualTo(new Entry.ActionRefused(1, "Opening", asProposed, why));
    assertThat(workshop.events(runId).get(0))
        .isEqualTo(new RunEvent.StepRefused(runId, Cursor.of(2), 1, "Opening", asProposed, why));
    assertThat(workshop.executor.asked()).isEmpty();
    assertThat(brain.seen().get(1).run().executorMemory())
        .extracting(Step::refusal)
        .containsExactly(why);
    assertThat(brain.seen().get(1).stepsLeft()).isEqualTo(9);
  }

  @Test
  void anAddressIsHandedOnInItsSafeForm() {
    // Given
    brain.act("open", url("HTTPS://Example.com")).finish("Open.");
    workshop.deployed();
    // When
    workshop.run("open example.com");
    // Then
    assertThat(workshop.executor.actions().get(0).arguments())
        .isEqualTo(url("https://example.com/"));
  }

  @Test
  void whatIsNoAddressIsRefused() {
    // Given
    brain.act("open", url("javascript:alert(1)")).finish("No.");
    workshop.deployed();
    // When, Then
    assertThat(refusalsOf("open javascript:alert(1)"))
        .containsExactly("Only http and https addresses are opened, not \"javascript:alert(1)\".");
  }

  @Test
  void argumentsThatAnActionDoesNotTakeAreRefused() {
    // Given
    brain.act("search", Map.of("q", "cats")).finish("No.");
    workshop.deployed();
    // When, Then
    assertThat(refusalsOf("search cats")).containsExactly("search needs \"query\".");
  }

  @Test
  void anActionThatNobodyOffersIsRefused() {
    // Given
    brain.act("make_coffee", Map.of()).finish("No.");
    workshop.deployed();
    // When, Then
    assertThat(refusalsOf("make coffee"))
        .containsExactly("No executor that is running right now can do \"make_coffee\".");
  }

  @Test
  void whatThePolicyDeclinesIsNotCarriedOut() {
    // Given
    brain.act("open", url("https://evil.com")).finish("No.");
    workshop.deployed();
    // When
    List<String> refusals = refusalsOf("don't open evil.com");
    // Then
    assertThat(refusals).hasSize(1).first().asString().contains("https://evil.com/");
    assertThat(workshop.executor.asked()).isEmpty();
  }

  @Test
  void aRunThatReachesTheCapSaysWhatWasDone() {
    // Given
    workshop.executor.does(
        action ->
            Future.succeededFuture(
                Observation.done("Looked for " + action.arguments().get("query") + ".")));
    IntStream.rangeClosed(1, 11).forEach(i -> brain.act("search", query("cat " + i)));
    workshop.deployed();
    // When
    RunEvent.RunEnded ended = workshop.run("search all cats");
    // Then
    assertThat(workshop.executor.asked()).hasSize(10);
    assertThat(brain.seen().get(9).stepsLeft()).isEqualTo(1);
    assertThat(brain.seen().get(10).stepsLeft()).isZero();
    assertThat(ended.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(ended.answer())
        .startsWith(
            "I stopped after 10 steps and am not done with this. Done: Looked for cat 1; Looked for"
                + " cat 2;")
        .endsWith("Looked for cat 10. Ask again to go on.");
  }

  @Test
  void aRunMayAnswerAfterItsLastAction() {
    // Given
    IntStream.rangeClosed(1, 10).forEach(i -> brain.act("search", query("cat " + i)));
    brain.finish("All found.");
    workshop.deployed();
    // When, Then
    assertThat(workshop.run("search all cats").outcome()).isEqualTo(Outcome.FINISHED);
  }
}
