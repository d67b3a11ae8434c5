package notjarvis.planner.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import notjarvis.planner.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lets everything else be done. */
final class PolicyTest {

  @ParameterizedTest
  @CsvSource({
    "open firefox, firefox",
    "Please start Visual Studio Code, visual studio code",
    "launch the calculator., Calculator",
    "open notepad++, Notepad++",
    "open gnome calculator, gnome-calculator",
    "fire up firefox, firefox",
    "run firefox, firefox",
    "open vs code, vs code",
    "start the web browser, web browser",
    "'open firefox, calculator and slack', slack",
  })
  void anApplicationThatThePersonNamedIsStarted(String goal, String name) {
    assertThat(Asked.inANewThread(goal).to(Catalogue.OPEN_APP, Map.of("name", name)))
        .isEqualTo(Verdict.allowed());
  }

  @ParameterizedTest
  @CsvSource({
    "open firefox, terminal",
    "open firefox, fire",
    "open firefox, firefox terminal",
    "open the app, app",
    "open firefox, +",
    "is firefox safe?, firefox",
    "open the report about terminal, terminal",
  })
  void anyOtherApplicationIsNot(String goal, String name) {
    assertThat(Asked.inANewThread(goal).to(Catalogue.OPEN_APP, Map.of("name", name)))
        .isEqualTo(Verdict.asking("You did not name it."));
  }

  @ParameterizedTest
  @CsvSource({
    "take a screenshot",
    "Take a screen shot!",
    "make a picture of my screen",
    "what do you see on the screen",
    "open google and take a screenshot",
    "'don''t open google, and take a screenshot'",
    "capture my desktop",
    "capture the screen as /tmp/x.png",
  })
  void thePersonCanAskForAScreenshotInManyWays(String goal) {
    assertThat(Asked.inANewThread(goal).to(Catalogue.TAKE_SCREENSHOT, Map.of()))
        .isEqualTo(Verdict.allowed());
  }

  @ParameterizedTest
  @CsvSource({
    "open google",
    "show me a picture of a cat",
    "show me the best screen protectors",
    "show me the screen protectors",
  })
  void noOneElseCan(String goal) {
    assertThat(Asked.inANewThread(goal).to(Catalogue.TAKE_SCREENSHOT, Map.of()))
        .isEqualTo(Verdict.asking("You did not ask for a screenshot."));
  }

  @ParameterizedTest
  @CsvSource({"do not take a screenshot", "do not open google and take a screenshot"})
  void whoeverSpeaksAgainstAScreenshotIsNotAskedForOne(String goal) {
    assertThat(Asked.inANewThread(goal).to(Catalogue.TAKE_SCREENSHOT, Map.of()))
        .isEqualTo(Verdict.declined("I did not take a screenshot, because you said not to."));
  }

  @Test
  void anApplicationThatThePersonSpokeAgainstIsNotStarted() {
    assertThat(
            Asked.inANewThread("don't start firefox")
                .to(Catalogue.OPEN_APP, Map.of("name", "firefox"))
                .objection())
        .contains(
            "I did not start firefox, because you said not to. Say \"open firefox\" if you want"
                + " it.");
  }

  @ParameterizedTest
  @CsvSource({
    "take a screenshot and save it to /tmp/a.png., /tmp/a.png",
    "'take a screenshot, save it as \"my shot.png\"', my shot.png",
    "save a screenshot to: ~/a.png, ~/a.png",
  })
  void aScreenshotIsSavedWhereThePersonSaid(String goal, String path) {
    assertThat(Asked.inANewThread(goal).to(Catalogue.TAKE_SCREENSHOT, Map.of("save_path", path)))
        .isEqualTo(Verdict.allowed());
  }

  @ParameterizedTest
  @CsvSource({
    "take a screenshot, /root/.bashrc",
    "take a screenshot as /tmp/a.png, a.png",
    "take a screenshot as /tmp/a.png, /tmp/a.pn",
    "take a screenshot as /tmp/a.png, /TMP/a.png",
    "take a screenshot, ' '",
  })
  void andNowhereElse(String goal, String path) {
    assertThat(Asked.inANewThread(goal).to(Catalogue.TAKE_SCREENSHOT, Map.of("save_path", path)))
        .isEqualTo(Verdict.asking("You did not name the place to save it."));
  }

  @Test
  void whatOnlyLooksMayLook() {
    assertThat(
            Asked.inANewThread("anything").to(Catalogue.SEARCH, Map.of("query", "something else")))
        .isEqualTo(Verdict.allowed());
  }

  @Test
  void whatHasAnEffectAndNoRuleNeedsAYes() {
    assertThat(Asked.inANewThread("wipe the disk").to(Catalogue.WIPE_DISK, Map.of()))
        .isEqualTo(Verdict.asking("Nothing here lets me do this without your yes."));
  }
}
