package notjarvis.journal;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import notjarvis.action.Observation;
import notjarvis.action.SearchResult;

/**
 * The part of a thread's state that starts anew with each run.
 *
 * @param runId which run
 * @param goal what it is for
 * @param before what the thread knew when the goal was taken up; its words refer to that
 * @param loopCount how many rounds have begun
 * @param executorMemory the rounds so far
 * @param said what the person said since
 */
public record RunState(
    UUID runId, String goal, Known before, int loopCount, List<Step> executorMemory, Said said) {
  public RunState {
    executorMemory = List.copyOf(executorMemory);
  }

  /** A run that nobody has said anything to. */
  public RunState(UUID runId, String goal, Known before, int loopCount, List<Step> executorMemory) {
    this(runId, goal, before, loopCount, executorMemory, Said.NOTHING);
  }

  static RunState begin(UUID runId, String goal, Known before) {
    return new RunState(runId, goal, before, 0, List.of());
  }

  /** All that the person said to this run, the goal first, a line for each. */
  public String words() {
    return Stream.concat(Stream.of(goal), said.steers().stream().map(Said.Steer::words))
        .collect(Collectors.joining("\n"));
  }

  /**
   * The run as if the last thing that was said were its goal: what was done before that is not part
   * of it.
   */
  public RunState sinceLastWords() {
    if (said.steers().isEmpty()) {
      return this;
    }
    Said.Steer last = said.steers().get(said.steers().size() - 1);
    List<Step> since =
        executorMemory.stream().filter(step -> step.step() > last.afterStep()).toList();
    return new RunState(runId, last.words(), last.known(), loopCount, since, said);
  }

  /** What the searches of this run have found so far, in the order of their numbers. */
  public List<SearchResult> found() {
    return executorMemory.stream()
        .map(Step::observation)
        .filter(Objects::nonNull)
        .flatMap(seen -> seen.results().stream())
        .toList();
  }

  /** A step that was decided on settles the approval that it may have waited for. */
  RunState with(Step step) {
    List<Step> steps = Stream.concat(executorMemory.stream(), Stream.of(step)).toList();
    return new RunState(runId, goal, before, step.step(), steps, said.asking(null));
  }

  RunState observed(int step, Observation observation) {
    List<Step> steps =
        executorMemory.stream()
            .map(each -> each.step() == step ? each.observed(observation) : each)
            .toList();
    return new RunState(runId, goal, before, loopCount, steps, said);
  }

  RunState hearing(Said now) {
    return new RunState(runId, goal, before, loopCount, executorMemory, now);
  }
}
