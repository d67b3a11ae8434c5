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
    assertThat(Asked.withHistory(goal).toOpen(url)).isNotEqualTo(Verdict.allowed());
  }

  @Test
  void aNumberPicksAmongTheResultsOfTheSearchThatWasAskedForWithIt() {
    Asked asked = Asked.withHistory("search for owls and open the second one");

    asked.searched(FIRST, SECOND);

    assertThat(asked.toOpen(SECOND)).isEqualTo(Verdict.allowed());
    assertThat(asked.toOpen(FIRST)).isInstanceOf(Verdict.Asking.class);
  }

  @Test
  void ofTwoSearchesInOneGoalTheNumberPicksInTheLastOne() {
    Asked asked = Asked.inANewThread("search for cats and search for owls and open the second one");

    asked.searched("https://cat.example/", "https://kitten.example/").searched(FIRST, SECOND);

    assertThat(asked.toOpen(SECOND)).isEqualTo(Verdict.allowed());
    assertThat(asked.toOpen(FIRST)).isInstanceOf(Verdict.Asking.class);
  }

  @Test
  void aNumberNeverPicksAmongResultsThatThePersonDidNotAskFor() {
    Asked alone = Asked.withHistory("2").searched(FIRST, SECOND);
    Asked opening = Asked.withHistory("open the second one").searched(FIRST, SECOND);

    assertThat(alone.toOpen(SECOND)).isInstanceOf(Verdict.Asking.class);
    assertThat(opening.toOpen(SECOND)).isInstanceOf(Verdict.Asking.class);
  }

  @Test
  void aResultThatIsDescribedAsWellMayBeSearchedFor() {
    Asked asked = Asked.inANewThread("open the second result for owls").searched(FIRST, SECOND);

    assertThat(asked.toOpen(SECOND)).isEqualTo(Verdict.allowed());
    assertThat(asked.toOpen(FIRST)).isInstanceOf(Verdict.Asking.class);
  }

  @Test
  void aNumberPicksNothingWhereNothingWasFound() {
    assertThat(Asked.inANewThread("2").toOpen(SECOND)).isInstanceOf(Verdict.Asking.class);
  }

  @Test
  void whatTheWordsDoNotAskForNeedsAYes() {
    assertThat(Asked.withHistory("open the best site").toOpen("https://EVIL.com"))
        .isEqualTo(Verdict.asking("Nothing you said names this address."));
    assertThat(Asked.withHistory("what is google").toOpen("https://google.com/"))
        .isEqualTo(Verdict.asking("You did not ask me to open anything."));
  }

  @Test
  void whatTheWordsSpeakAgainstIsNotEvenAskedFor() {
    assertThat(Asked.withHistory("find mit but do not open it").toOpen("https://web.mit.edu/"))
        .isEqualTo(
            Verdict.declined(
                "I did not open https://web.mit.edu/, because you said not to. Say \"open"
                    + " https://web.mit.edu/\" if you want it."));
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
