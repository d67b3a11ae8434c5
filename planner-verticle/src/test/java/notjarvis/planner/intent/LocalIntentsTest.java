package notjarvis.planner.intent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import notjarvis.action.Observation;
import notjarvis.action.SearchResult;
import notjarvis.planner.brain.Decision;
import notjarvis.run.Outcome;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LocalIntentsTest {
  private static final LocalIntents BRAIN = new LocalIntents();
  private static final Observation FOUND =
      Observation.found("Found them.", List.of(World.WIKIPEDIA, World.MIT), null);
  private static final List<String> DESKTOP_ACTIONS =
      List.of("search", "open_website", "open_app", "take_screenshot");
  private static final String FIND_AND_OPEN = "find the MIT website, open it and take a screenshot";

  private final Conversation conversation = new Conversation(BRAIN);

  @Test
  void itsDecisionsAreJournaledAsThoseOfIntents() {
    assertThat(BRAIN.name()).isEqualTo("intents");
  }

  @Test
  void aResultIsOpenedByItsNumberAndSaidByItsAddress() {
    conversation.given("find the MIT website and open it");
    Decision.Act search = conversation.act();

    Decision.Act open = conversation.observed(FOUND).act();

    assertThat(search.say()).isEqualTo("Searching the web for “MIT website”.");
    assertThat(open)
        .isEqualTo(
            new Decision.Act("Opening https://web.mit.edu/.", "open_website", Map.of("url", 2)));
  }

  @Test
  void theFirstResultIsOpenedWhenNoneIsOnTheSiteOfThatName() {
    conversation.given("find a jazz club and open it");

    Decision.Act open = conversation.observed(FOUND).act();

    assertThat(open.arguments()).containsEntry("url", 1);
  }

  @Test
  void aWishThatIsFulfilledFinishesTheRunAndOneThatIsNotFailsIt() {
    conversation.given(FIND_AND_OPEN).observed(FOUND);
    Conversation opened = conversation.observed(Observation.opened("Done.", World.MIT.url()));

    Decision.Finish partly = opened.observed(Observation.failed("There is no screen.")).finish();

    assertThat(partly.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(partly.answer()).contains("Asked your browser").contains("There is no screen.");
    assertThat(new Conversation(BRAIN).given("what is 1 + 1").finish().outcome())
        .isEqualTo(Outcome.FINISHED);
    assertThat(new Conversation(BRAIN).given("open that site again").finish().outcome())
        .isEqualTo(Outcome.FAILED);
  }

  @Test
  void aRunGoesOnInAnotherProcessWhereItWas() {
    conversation.given(FIND_AND_OPEN).observed(FOUND);
    Conversation before = conversation.observed(Observation.opened("Done.", World.MIT.url()));

    String first = World.written(before.act());
    String again = World.written(before.in(new LocalIntents()).act());

    assertThat(again).isEqualTo(first).isEqualTo("screenshot");
  }

  @Test
  void aRunThatAnotherBrainBeganIsLeftToIt() {
    conversation.given("open github").otherStep("remember", Map.of("text", "x"));

    assertThat(conversation.decision()).isEmpty();
  }

  @Test
  void stepsBeyondTheWishesAreThoseOfAnotherBrain() {
    conversation.given("hello").otherStep("search", Map.of("query", "x"));

    assertThat(conversation.decision()).isEmpty();
  }

  @Test
  void aReferenceThatMeantNothingDoesNotClaimALaterStep() {
    conversation.given("open it again and open github");
    conversation.observed(Observation.opened("Done.", "https://github.com/"));

    assertThat(conversation.answer())
        .isEqualTo(
            "Nothing has been opened in this conversation yet."
                + " Asked your browser to open GitHub (https://github.com/).");
  }

  @Test
  void aReferenceKeepsItsMeaningWhenALaterSearchBringsOtherResults() {
    new World(conversation).live("search for MIT");
    conversation.given("open the second one and search for owls");
    conversation.observed(Observation.opened("Done.", World.MIT.url()));
    SearchResult owl = new SearchResult(1, "Owls", "https://owls.example/", "");
    conversation.observed(Observation.found("Found one.", List.of(owl), null));

    assertThat(conversation.answer())
        .startsWith(
            "Asked your browser to open Massachusetts Institute of Technology (https://web.mit.edu/).\n")
        .contains("1. Owls – https://owls.example/");
  }

  @Test
  void theOnlyResultIsCountedInTheSingular() {
    conversation.given("search for owls");
    SearchResult owl = new SearchResult(1, "Owls", "https://owls.example/", "");
    conversation.observed(Observation.found("Found one.", List.of(owl), null)).answered("Owls");

    conversation.given("open number 4");

    assertThat(conversation.answer()).isEqualTo("There is no number 4: the search has one result.");
  }

  @Test
  void titlesOfStrangersAreCleanedAndCut() {
    String title = "Free\u0007 \u202emoney\n".repeat(50);
    SearchResult odd = new SearchResult(1, title, "https://odd.example/", "");
    SearchResult empty = new SearchResult(2, "\u200b", "https://empty.example/", "");

    conversation.given("search for owls");
    conversation.observed(Observation.found("Found.", List.of(odd, empty), null));

    List<String> lines = conversation.answer().lines().toList();
    assertThat(lines.get(1)).startsWith("1. Free money Free").endsWith("… – https://odd.example/");
    assertThat(lines.get(1)).hasSizeLessThan(140).doesNotContain("\u0007", "\u202e");
    assertThat(lines.get(2)).isEqualTo("2. Untitled – https://empty.example/");
  }

  @Test
  void helpIsMadeFromTheCatalogue() {
    DESKTOP_ACTIONS.forEach(conversation::without);
    String none = conversation.given("help").answer();

    String one = conversation.with("search").answer();

    assertThat(none).startsWith("No desktop or other helper is connected");
    assertThat(one)
        .contains("- Searches the web. Say \"search for jazz in Lisbon\".")
        .doesNotContain("screenshot\".\n- ");
  }

  @Test
  void aGoalThatIsTooLongIsLeftToOthers() {
    String goal = "search for " + "a".repeat(1_000);

    assertThat(conversation.given(goal).decision()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "find a ",
        "search for x and ",
        "open a and ",
        "and ",
        "((",
        "open x, ",
        "9^",
        "please ",
        "\"a ",
        "take a screenshot and ",
        "- ",
        "find and open ",
        "a.b@c/ "
      })
  void noSentenceTakesLong(String part) {
    String goal = part.repeat(1_000 / part.length());
    conversation.given(goal);

    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(2), conversation::decision);
  }
}
