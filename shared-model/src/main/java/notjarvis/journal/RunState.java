package notjarvis.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
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
 */
public record RunState(
    UUID runId, String goal, Known before, int loopCount, List<Step> executorMemory) {
  public RunState {
    executorMemory = List.copyOf(executorMemory);
  }

  static RunState begin(UUID runId, String goal, Known before) {
    return new RunState(runId, goal, before, 0, List.of());
  }

  /** What the searches of this run have found so far, in the order of their numbers. */
  public List<SearchResult> found() {
    return executorMemory.stream()
        .map(Step::observation)
        .filter(Objects::nonNull)
        .flatMap(seen -> seen.results().stream())
        .toList();
  }

  RunState with(Step step) {
    List<Step> steps = new ArrayList<>(executorMemory);
    steps.add(step);
    return new RunState(runId, goal, before, step.step(), steps);
  }

  RunState observed(int step, Observation observation) {
    List<Step> steps =
        executorMemory.stream()
            .map(each -> each.step() == step ? each.observed(observation) : each)
            .toList();
    return new RunState(runId, goal, before, loopCount, steps);
  }
}
