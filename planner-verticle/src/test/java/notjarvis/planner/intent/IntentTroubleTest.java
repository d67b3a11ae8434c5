package notjarvis.planner.intent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import notjarvis.action.Observation;
import notjarvis.blob.BlobRef;
import notjarvis.run.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told and done when something does not go well. */
final class IntentTroubleTest {
  private static final LocalIntents BRAIN = new LocalIntents();
  private static final Observation FOUND =
      Observation.found("Found them.", List.of(World.WIKIPEDIA, World.MIT), null);
  private static final List<String> DESKTOP_ACTIONS =
      List.of("search", "open_website", "open_app", "take_screenshot");
  private static final String FIND_AND_OPEN = "find the MIT website, open it and take a screenshot";

  private final Conversation conversation = new Conversation(BRAIN);

  @Test
  void aFailedSearchMeansThatNothingIsOpenedButThePictureIsTaken() {
    conversation.given(FIND_AND_OPEN);

    conversation.observed(Observation.failed("No search service is configured"));
    String next = World.written(conversation.act());
    BlobRef copy = new BlobRef("a".repeat(64), "image/png", 9);
    conversation.observed(Observation.wrote("Took it.", "/tmp/a.png").withBlob(copy));

    assertThat(next).isEqualTo("screenshot");
    assertThat(conversation.answer())
        .isEqualTo(
            "I could not search the web for “MIT website”. No search service is configured. So"
                + " there was nothing to open. Took a screenshot and saved it as /tmp/a.png.");
  }

  @Test
  void aPictureOfWhichThereIsNoCopyIsToldInTheWordsThatSayWhy() {
    conversation.given("take a screenshot");
    conversation.act();
    conversation.observed(
        Observation.wrote("Saved it as /tmp/a.png, and only there", "/tmp/a.png"));

    assertThat(conversation.answer()).isEqualTo("Saved it as /tmp/a.png, and only there.");
  }

  @Test
  void aSearchThatFindsNothingSaysSo() {
    conversation.given("find the Zorblax website and open it");

    conversation.observed(Observation.found("Nothing.", List.of(), null));

    assertThat(conversation.answer())
        .isEqualTo(
            "The search for \"Zorblax website\" found nothing. So there was nothing to open.");
  }

  @Test
  void aRefusalIsToldInItsOwnWordsOnceAndTheOthersGoOn() {
    conversation.given("open gmail and take a screenshot");

    conversation.refused("I did not open https://mail.google.com/, because nothing names it");
    conversation.observed(Observation.done("Took a screenshot"));

    assertThat(conversation.answer())
        .isEqualTo(
            "I did not open https://mail.google.com/, because nothing names it."
                + " Took a screenshot.");
  }

  @Test
  void whatIsNotKnownToHaveHappenedIsNotCalledDone() {
    conversation.given("launch firefox");

    conversation.observed(Observation.unknown("No answer came in time."));

    assertThat(conversation.answer())
        .isEqualTo(
            "I do not know whether I managed to open the app \"firefox\". No answer came in time.");
  }

  @Test
  void aStepThatIsStillUnderWayIsNotAskedForAgain() {
    conversation.given("launch firefox");

    conversation.plan();

    assertThat(conversation.answer())
        .isEqualTo("I do not know whether I managed to open the app \"firefox\".");
  }

  @Test
  void anUnknownNameIsNotSearchedForWhenTheAppMayHaveOpened() {
    conversation.given("open zathura");

    conversation.observed(Observation.unknown("No answer came in time."));

    assertThat(conversation.answer()).startsWith("I do not know whether I managed to open");
  }

  @Test
  void anAppThatWasDeclinedIsNotReplacedByAWebsite() {
    conversation.given("open zathura");

    conversation.refused("Apps are not opened here");

    assertThat(conversation.answer()).isEqualTo("Apps are not opened here.");
  }

  @Test
  void anUnknownNameIsSearchedForWhereNoAppsCanBeOpened() {
    conversation.without("open_app").given("open zorblax");

    assertThat(World.written(conversation.act())).isEqualTo("search zorblax official website");
  }

  @Test
  void anUnknownNameThatIsNowhereLeadsToWordsThatSayWhatToDo() {
    conversation.without("search").given("open zorblax");

    conversation.observed(Observation.failed("There is no such app"));

    assertThat(conversation.answer())
        .isEqualTo(
            "I know no website and no app called \"zorblax\". There is no such app. Say its"
                + " address, such as \"open example.com\".");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "open github",
        "launch firefox",
        "take a screenshot",
        "search for owls",
        "open the MIT website",
        "open zorblax"
      })
  void withoutAnExecutorTheAnswerSaysSo(String goal) {
    DESKTOP_ACTIONS.forEach(conversation::without);

    assertThat(conversation.given(goal).answer()).containsAnyOf("is connected", "Say its address");
  }

  @Test
  void whatWasFoundIsToldThoughNoDesktopCanOpenIt() {
    conversation.without("open_website").given("find the MIT website and open it");

    conversation.observed(FOUND);

    assertThat(conversation.answer())
        .isEqualTo(
            "I could not open Massachusetts Institute of Technology (https://web.mit.edu/). No"
                + " desktop that can open websites is connected right now.");
  }

  @Test
  void aStepThatWasTakenCountsThoughItsDesktopHasGone() {
    conversation.given("open github").observed(Observation.opened("Done.", "https://github.com/"));

    conversation.without("open_website");

    assertThat(conversation.answer())
        .isEqualTo("Asked your browser to open GitHub (https://github.com/).");
  }

  @Test
  void whenNoStepIsLeftTheRestIsToldAsNotDone() {
    conversation.given("open github").withStepsLeft(0);

    assertThat(conversation.answer()).contains("could not open GitHub").contains("more steps");
  }

  @Test
  void aNameThatNoSiteClearlyHasIsAGoalThatWasMissed() {
    conversation.without("open_app").given("open photoshop").observed(FOUND);

    assertThat(conversation.finish().outcome()).isEqualTo(Outcome.FAILED);
  }
}
