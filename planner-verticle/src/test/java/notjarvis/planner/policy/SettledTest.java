package notjarvis.planner.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import notjarvis.config.Settings;
import notjarvis.planner.Catalogue;
import org.junit.jupiter.api.Test;

/** What the configuration settles of actions, and what it cannot. */
final class SettledTest {
  private static final String URL = "https://a.example/";
  private static final Settings.Actions ALLOWED =
      new Settings.Actions(Set.of("open"), Set.of(), Set.of());
  private static final Settings.Actions ASKED =
      new Settings.Actions(Set.of(), Set.of("open_website", "search"), Set.of());
  private static final Settings.Actions DENIED =
      new Settings.Actions(Set.of(), Set.of(), Set.of("open_website"));

  private static Verdict opened(String goal, Settings.Actions settled) {
    return Asked.inANewThread(goal).settling(settled).toOpen(URL);
  }

  @Test
  void whatIsAllowedGoesAheadWithoutTheWords() {
    assertThat(opened("what is new", ALLOWED)).isEqualTo(Verdict.allowed());
  }

  @Test
  void butNotAgainstThem() {
    assertThat(opened("don't open a.example", ALLOWED)).isInstanceOf(Verdict.Declined.class);
  }

  @Test
  void whatIsToBeAskedForIsAskedForWhateverTheWordsAre() {
    assertThat(opened("open a.example", ASKED))
        .isEqualTo(Verdict.asking("You want to be asked before every open_website."));
    assertThat(
            Asked.inANewThread("search cats")
                .settling(ASKED)
                .to(Catalogue.SEARCH, Map.of("query", "cats")))
        .isInstanceOf(Verdict.Asking.class);
  }

  @Test
  void whatIsDeniedIsNotCarriedOut() {
    assertThat(opened("open a.example", DENIED))
        .isEqualTo(
            Verdict.declined("I did not carry out open_website, because JARVIS_DENY forbids it."));
  }

  @Test
  void ofAllElseTheWordsDecide() {
    assertThat(opened("open a.example", Settings.Actions.BY_WORDS)).isEqualTo(Verdict.allowed());
  }
}
