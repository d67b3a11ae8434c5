package notjarvis.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import notjarvis.action.Action;
import notjarvis.action.Effect;
import notjarvis.action.Observation;
import notjarvis.action.SearchResult;
import notjarvis.run.Outcome;
import org.junit.jupiter.api.Test;

final class KnownTest {
  private static final SearchResult RESULT = new SearchResult(1, "Owls", "https://owls/", "");

  private final List<Checkpoint> history = new ArrayList<>();
  private UUID runId = UUID.randomUUID();

  @Test
  void whatWasOpenedIsInFocusUntilSomethingIsSearchedFor() {
    given("open it");
    step(1, Observation.opened("Opened.", "https://a/"));
    assertThat(state().known().inFocus()).contains("https://a/");

    step(2, Observation.found("Found.", List.of(RESULT), null));
    assertThat(state().known().inFocus()).isEmpty();

    step(3, Observation.opened("Opened.", "https://owls/"));
    assertThat(state().known().inFocus()).contains("https://owls/");
  }

  @Test
  void aSearchThatFailedTakesNothingOutOfFocus() {
    given("open it");
    step(1, Observation.opened("Opened.", "https://a/"));

    step(2, Observation.failed("There is no network."));

    assertThat(state().known().inFocus()).contains("https://a/");
  }

  @Test
  void aRunKeepsWhatWasKnownWhenItsGoalWasTakenUp() {
    given("search owls");
    step(1, Observation.found("Found.", List.of(RESULT), null));
    Known before = state().known();
    answered();
    given("search cats");

    step(1, Observation.found("Found.", List.of(), null));

    RunState run = Objects.requireNonNull(state().run());
    assertThat(run.before()).isEqualTo(before);
    assertThat(state().results()).isEmpty();
  }

  private void given(String goal) {
    runId = UUID.randomUUID();
    append(new Entry.GoalGiven(goal));
  }

  private void step(int step, Observation seen) {
    Action action = new Action(runId + ":" + step, "search", Map.of("query", "x"), Effect.PURE);
    append(new Entry.ActionPlanned(step, "", action, "desktop"));
    append(new Entry.ActionObserved(step, seen));
  }

  private void answered() {
    append(new Entry.AnswerGiven(Outcome.FINISHED, "Done."));
  }

  private void append(Entry entry) {
    Metadata metadata = Metadata.at(Instant.EPOCH);
    history.add(new Checkpoint(history.size() + 1L, null, runId, entry, metadata));
  }

  private ThreadState state() {
    return ThreadState.of(history);
  }
}
