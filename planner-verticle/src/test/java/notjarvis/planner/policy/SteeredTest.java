package notjarvis.planner.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import notjarvis.planner.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts of all that a person says to a run: the latest words first. */
final class SteeredTest {
  private static final String OLD = "https://old.example/";
  private static final String NEW = "https://new.example/";

  @Test
  void newWordsAllowWhatTheyName() {
    Asked asked = Asked.inANewThread("open old.example").steered("open new.example too");
    assertThat(asked.toOpen(NEW)).isEqualTo(Verdict.allowed());
  }

  @ParameterizedTest
  @ValueSource(strings = {"hurry up please", "and take a screenshot", "open new.example too"})
  void whatWasSaidBeforeHoldsUntilItIsTakenBack(String words) {
    assertThat(Asked.inANewThread("open old.example").steered(words).toOpen(OLD))
        .isEqualTo(Verdict.allowed());
  }

  @ParameterizedTest
  @ValueSource(strings = {"don't open old.example", "do not open it", "never open anything"})
  void aNoWins(String words) {
    assertThat(Asked.inANewThread("open old.example").steered(words).toOpen(OLD))
        .isInstanceOf(Verdict.Declined.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no", "stop", "wait!", "not that one", "don't", "no, open new.example"})
  void whatIsTakenBackInOtherWordsHasToBeAskedForAgain(String words) {
    assertThat(Asked.inANewThread("open old.example").steered(words).toOpen(OLD))
        .isInstanceOf(Verdict.Asking.class);
  }

  @Test
  void whoeverChangesTheirMindAgainIsHeard() {
    Asked asked =
        Asked.inANewThread("open old.example")
            .steered("don't open old.example")
            .steered("all right, open old.example");
    assertThat(asked.toOpen(OLD)).isEqualTo(Verdict.allowed());
  }

  @Test
  void aNoHoldsWhenOtherThingsAreSaidAfterIt() {
    Asked asked =
        Asked.inANewThread("open old.example")
            .steered("don't open old.example")
            .steered("take a screenshot");
    assertThat(asked.toOpen(OLD)).isInstanceOf(Verdict.Declined.class);
    assertThat(asked.to(Catalogue.TAKE_SCREENSHOT, Map.of())).isEqualTo(Verdict.allowed());
  }

  @ParameterizedTest
  @CsvSource({
    "open the second one, https://second.example.org/",
    "open number 1, https://first.example.net/",
  })
  void aNumberInNewWordsPicksAmongWhatWasFoundUntilThen(String words, String url) {
    Asked asked =
        Asked.inANewThread("search for owls")
            .searched("https://first.example.net/", "https://second.example.org/")
            .steered(words);
    assertThat(asked.toOpen(url)).isEqualTo(Verdict.allowed());
  }
}
