package notjarvis.planner.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What lets a web address be opened, and what does not. */
final class OpeningRuleTest {
  private static final String FIRST = "https://first.example.net/";
  private static final String SECOND = "https://second.example.org/";

  @ParameterizedTest(name = "\"{0}\" lets {1} be opened")
  @CsvFileSource(resources = "/policy/allowed.txt", delimiter = '|', quoteCharacter = '`')
  void theseAreOpened(String goal, String url) {
    assertThat(Asked.withHistory(goal).toOpen(url)).isEqualTo(Verdict.allowed());
  }

  @ParameterizedTest(name = "\"{0}\" does not let {1} be opened")
  @CsvFileSource(resources = "/policy/declined.txt", delimiter = '|', quoteCharacter = '`')
  void theseAreNot(String goal, String url) {
    assertThat(Asked.withHistory(goal).toOpen(url)).isInstanceOf(Verdict.Declined.class);
  }

  @Test
  void aNumberPicksAmongTheResultsOfTheSearchThatWasAskedForWithIt() {
    Asked asked = Asked.withHistory("search for owls and open the second one");

    asked.searched(FIRST, SECOND);

    assertThat(asked.toOpen(SECOND)).isEqualTo(Verdict.allowed());
    assertThat(asked.toOpen(FIRST)).isInstanceOf(Verdict.Declined.class);
  }

  @Test
  void ofTwoSearchesInOneGoalTheNumberPicksInTheLastOne() {
    Asked asked = Asked.inANewThread("search for cats and search for owls and open the second one");

    asked.searched("https://cat.example/", "https://kitten.example/").searched(FIRST, SECOND);

    assertThat(asked.toOpen(SECOND)).isEqualTo(Verdict.allowed());
    assertThat(asked.toOpen(FIRST)).isInstanceOf(Verdict.Declined.class);
  }

  @Test
  void aNumberNeverPicksAmongResultsThatThePersonDidNotAskFor() {
    Asked alone = Asked.withHistory("2").searched(FIRST, SECOND);
    Asked opening = Asked.withHistory("open the second one").searched(FIRST, SECOND);

    assertThat(alone.toOpen(SECOND)).isInstanceOf(Verdict.Declined.class);
    assertThat(opening.toOpen(SECOND)).isInstanceOf(Verdict.Declined.class);
  }

  @Test
  void aResultThatIsDescribedAsWellMayBeSearchedFor() {
    Asked asked = Asked.inANewThread("open the second result for owls").searched(FIRST, SECOND);

    assertThat(asked.toOpen(SECOND)).isEqualTo(Verdict.allowed());
    assertThat(asked.toOpen(FIRST)).isInstanceOf(Verdict.Declined.class);
  }

  @Test
  void aNumberPicksNothingWhereNothingWasFound() {
    assertThat(Asked.inANewThread("2").toOpen(SECOND)).isInstanceOf(Verdict.Declined.class);
  }

  @Test
  void whatIsDeclinedIsNamedAndHowToGetIt() {
    assertThat(Asked.withHistory("open the best site").toOpen("https://EVIL.com").objection())
        .contains(
            "I did not open https://evil.com/, because nothing you said names it."
                + " Say \"open https://evil.com/\" if you want it.");
    assertThat(Asked.withHistory("what is google").toOpen("https://google.com/").objection())
        .contains(
            "I did not open https://google.com/, because you did not ask me to open anything."
                + " Say \"open https://google.com/\" if you want it.");
    assertThat(Asked.withHistory("don't open evil.com").toOpen("https://evil.com").objection())
        .contains(
            "I did not open https://evil.com/, because you spoke of it as something to leave"
                + " alone. Say \"open https://evil.com/\" if you want it.");
  }

  @Test
  void whatIsNoWebAddressIsDeclinedInWords() {
    assertThat(
            Asked.withHistory("open javascript:alert(1)").toOpen("javascript:alert(1)").objection())
        .contains(
            "I did not open that. Only http and https addresses are opened, not"
                + " \"javascript:alert(1)\".");
  }
}
