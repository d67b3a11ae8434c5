package notjarvis.planner;

import static notjarvis.planner.Workshop.query;
import static notjarvis.planner.Workshop.url;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import notjarvis.action.Observation;
import notjarvis.journal.Entry;
import notjarvis.planner.brain.Decision;
import notjarvis.planner.brain.Situation;

/** "Find MIT and open it": searches, opens what it found, and says so. */
final class Errand {
  static final String GOAL = "find mit and open it";
  static final String DONE = "It is open.";

  private Errand() {}

  /** Decides by what was done and said, so that any planner goes on in the same way. */
  static StepwiseBrain brain() {
    return new StepwiseBrain(Errand::next);
  }

  private static Decision next(Situation situation) {
    boolean owls = situation.run().words().contains("owls");
    if (!has(situation, "search", query("mit"))) {
      return new Decision.Act("Looking.", "search", query("mit"));
    }
    if (!has(situation, "open_website", url("https://mit.edu/"))) {
      return new Decision.Act("Opening.", "open_website", url(1));
    }
    return owls && !has(situation, "search", query("owls"))
        ? new Decision.Act("", "search", query("owls"))
        : new Decision.Finish(DONE);
  }

  private static boolean has(Situation situation, String action, Map<String, Object> arguments) {
    return situation.run().executorMemory().stream()
        .anyMatch(
            step ->
                step.action().name().equals(action) && step.action().arguments().equals(arguments));
  }

  /** Nothing is planned twice, each plan has its one observation, and one answer ends it all. */
  static void assertValid(List<Entry> entries) {
    List<Integer> planned =
        of(entries, Entry.ActionPlanned.class).stream().map(Entry.ActionPlanned::step).toList();
    List<Integer> observed =
        of(entries, Entry.ActionObserved.class).stream().map(Entry.ActionObserved::step).toList();
    assertThat(planned).doesNotHaveDuplicates().isEqualTo(observed);
    assertThat(of(entries, Entry.AnswerGiven.class)).hasSize(1);
    assertThat(entries).last().isInstanceOf(Entry.AnswerGiven.class);
  }

  /** What is told of the opening is what happened. */
  static void assertHonest(UUID runId, List<Entry> entries, HonestExecutor executor) {
    long told =
        of(entries, Entry.ActionObserved.class).stream()
            .filter(seen -> seen.step() == 2)
            .map(Entry.ActionObserved::observation)
            .filter(Observation::succeeded)
            .count();
    assertThat(executor.effects()).hasSizeLessThanOrEqualTo(1).allMatch((runId + ":2")::equals);
    assertThat(told).isEqualTo(executor.effects().size());
  }

  static <E extends Entry> List<E> of(List<Entry> entries, Class<E> type) {
    return entries.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
