package notjarvis.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import notjarvis.action.Action;
import notjarvis.action.Effect;
import notjarvis.action.Observation;
import notjarvis.action.SearchResult;
import notjarvis.run.Outcome;
import org.junit.jupiter.api.Test;

class ThreadStateTest {
  private static final UUID FIRST = new UUID(0, 1);
  private static final UUID SECOND = new UUID(0, 2);

  private long head;

  @Test
  void whatWasLeftOutOfTheMessagesIsKeptInBriefThroughAllThatFollows() {
    ThreadState brief =
        new ThreadState(1, List.of(), Known.NOTHING, null, List.of(), "You asked for one.");

    ThreadState later =
        brief.after(
            List.of(
                goal(FIRST, "two"),
                goal(SECOND, "three"),
                plan(FIRST, 1),
                seen(FIRST, 1, Observation.done("done")),
                checkpoint(FIRST, new Entry.Steered("no")),
                answer(FIRST, "did two")));

    assertThat(later.earlier()).isEqualTo("You asked for one.");
    assertThat(texts(later)).containsExactly("two", "no", "did two", "three");
  }

  @Test
  void aGoalBeginsARunAndIsTheFirstMessage() {
    ThreadState state = ThreadState.of(List.of(goal(FIRST, "find it")));

    assertThat(state.run()).isEqualTo(new RunState(FIRST, "find it", Known.NOTHING, 0, List.of()));
    assertThat(texts(state)).containsExactly("find it");
  }

  @Test
  void aStepIsRememberedFromPlanToObservation() {
    ThreadState planned = ThreadState.of(List.of(goal(FIRST, "go"), plan(FIRST, 1)));
    ThreadState observed = planned.after(seen(FIRST, 1, Observation.done("done")));

    assertThat(steps(planned)).extracting(Step::observation).containsExactly((Observation) null);
    assertThat(steps(observed)).extracting(Step::succeeded).containsExactly(true);
    assertThat(observed.run()).extracting(RunState::loopCount).isEqualTo(1);
  }

  @Test
  void aRefusedActionIsAStepThatWasNotCarriedOut() {
    Entry refused = new Entry.ActionRefused(1, "", action(FIRST, 1), "nobody asked for it");

    ThreadState state = ThreadState.of(List.of(goal(FIRST, "go"), checkpoint(FIRST, refused)));

    assertThat(steps(state)).extracting(Step::refusal).containsExactly("nobody asked for it");
    assertThat(steps(state)).extracting(Step::succeeded).containsExactly(false);
  }

  @Test
  void messagesOutlastARunAndTheExecutorsMemoryDoesNot() {
    ThreadState state =
        ThreadState.of(
            List.of(
                goal(FIRST, "one"),
                plan(FIRST, 1),
                seen(FIRST, 1, Observation.done("done")),
                answer(FIRST, "did one"),
                goal(SECOND, "two")));

    assertThat(texts(state)).containsExactly("one", "did one", "two");
    assertThat(state.run()).isEqualTo(new RunState(SECOND, "two", Known.NOTHING, 0, List.of()));
  }

  @Test
  void resultsAreNumberedOnWithinARunAndReplacedByTheNextRun() {
    ThreadState twice =
        ThreadState.of(
            List.of(
                goal(FIRST, "find"),
                plan(FIRST, 1),
                seen(FIRST, 1, found("a", "b")),
                plan(FIRST, 2),
                seen(FIRST, 2, found("c"))));
    ThreadState later = twice.after(answer(FIRST, "found")).after(goal(SECOND, "again"));
    ThreadState replaced = later.after(plan(SECOND, 1)).after(seen(SECOND, 1, found("d")));

    assertThat(numbered(twice)).containsExactly("1 a", "2 b", "3 c");
    assertThat(numbered(later)).containsExactly("1 a", "2 b", "3 c");
    assertThat(numbered(replaced)).containsExactly("1 d");
  }

  @Test
  void aSearchThatFindsNothingReplacesTheResultsOfTheRunBeforeIt() {
    ThreadState found =
        ThreadState.of(
            List.of(
                goal(FIRST, "find"),
                plan(FIRST, 1),
                seen(FIRST, 1, found("a")),
                answer(FIRST, "found"),
                goal(SECOND, "again"),
                plan(SECOND, 1)));

    ThreadState failed = found.after(seen(SECOND, 1, Observation.failed("no network")));
    ThreadState empty = found.after(seen(SECOND, 1, found()));

    assertThat(numbered(failed)).containsExactly("1 a");
    assertThat(empty.results()).isEmpty();
    assertThat(empty.known().query()).isEqualTo("x");
  }

  @Test
  void openedSitesAreKeptNewestFirstAndOnce() {
    ThreadState state = ThreadState.of(List.of(goal(FIRST, "open")));
    for (String url : List.of("https://a/", "https://b/", "https://a/")) {
      int step = steps(state).size() + 1;
      state = state.after(plan(FIRST, step));
      state = state.after(seen(FIRST, step, Observation.opened("opened", url)));
    }

    assertThat(state.opened()).containsExactly("https://a/", "https://b/");
  }

  @Test
  void aGoalGivenMeanwhileWaitsUntilTheRunBeforeItIsOver() {
    ThreadState busy = ThreadState.of(List.of(goal(FIRST, "one"), goal(SECOND, "two")));
    ThreadState next = busy.after(answer(FIRST, "did one"));

    assertThat(busy.run()).extracting(RunState::runId).isEqualTo(FIRST);
    assertThat(texts(busy)).containsExactly("one");
    assertThat(next.run()).extracting(RunState::runId).isEqualTo(SECOND);
    assertThat(texts(next)).containsExactly("one", "did one", "two");
  }

  @Test
  void aHistoryThatBeginsInMidRunStillFolds() {
    ThreadState state =
        ThreadState.of(
            List.of(
                plan(FIRST, 3),
                seen(FIRST, 3, Observation.done("done")),
                answer(FIRST, "did one"),
                goal(SECOND, "two")));

    assertThat(texts(state)).containsExactly("did one", "two");
    assertThat(state.run()).extracting(RunState::runId).isEqualTo(SECOND);
  }

  private Checkpoint goal(UUID run, String goal) {
    return checkpoint(run, new Entry.GoalGiven(goal));
  }

  private Checkpoint plan(UUID run, int step) {
    return checkpoint(run, new Entry.ActionPlanned(step, "", action(run, step), "executor-1"));
  }

  private Checkpoint seen(UUID run, int step, Observation observation) {
    return checkpoint(run, new Entry.ActionObserved(step, observation));
  }

  private Checkpoint answer(UUID run, String answer) {
    return checkpoint(run, new Entry.AnswerGiven(Outcome.FINISHED, answer));
  }

  private Checkpoint checkpoint(UUID run, Entry entry) {
    head++;
    Long parent = head == 1 ? null : head - 1;
    return new Checkpoint(head, parent, run, entry, Metadata.at(Instant.EPOCH));
  }

  private static Action action(UUID run, int step) {
    return new Action(run + ":" + step, "search", Map.of("query", "x"), Effect.PURE);
  }

  private static Observation found(String... titles) {
    List<SearchResult> results = new ArrayList<>();
    for (String title : titles) {
      results.add(new SearchResult(results.size() + 1, title, "https://" + title + "/", ""));
    }
    return Observation.found("found", results, null);
  }

  private static List<String> texts(ThreadState state) {
    return state.messages().stream().map(Message::text).toList();
  }

  private static List<String> numbered(ThreadState state) {
    return state.results().stream().map(result -> result.number() + " " + result.title()).toList();
  }

  private static List<Step> steps(ThreadState state) {
    return state.run() == null ? List.of() : state.run().executorMemory();
  }
}
