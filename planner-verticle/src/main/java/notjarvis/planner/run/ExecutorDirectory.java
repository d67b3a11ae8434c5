package notjarvis.planner.run;

import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import notjarvis.action.ActionSpec;
import notjarvis.action.ExecutorAnnounced;
import notjarvis.action.Executors;
import notjarvis.action.RollCall;
import notjarvis.bus.Bus;
import notjarvis.bus.Registration;

/** Knows which executors are there and what they can do, from what they announce of themselves. */
final class ExecutorDirectory {
  private final Bus bus;
  private final Time time;
  private final Pace.ForExecutors pace;

  /** By instance, so that all planners choose the same one where two offer an action. */
  private final Map<String, Heard> heard = new TreeMap<>();

  private long calledAt;

  private record Heard(ExecutorAnnounced announced, long at) {}

  /**
   * A directory of nobody yet.
   *
   * @param pace how long executors are waited for
   */
  ExecutorDirectory(Bus bus, Time time, Pace.ForExecutors pace) {
    this.bus = bus;
    this.time = time;
    this.pace = pace;
    this.calledAt = time.measured();
  }

  /** Begins to listen, and asks all executors to announce themselves. */
  Future<Void> open(String plannerId) {
    calledAt = time.measured();
    Registration listening = bus.listen(Executors.ANNOUNCED, this::hear);
    return listening
        .completion()
        .onSuccess(done -> bus.publish(Executors.ROLL_CALL, new RollCall(plannerId)));
  }

  private void hear(ExecutorAnnounced announced) {
    heard.put(announced.instance(), new Heard(announced, time.measured()));
  }

  /** What can be done right now; of actions with one name the first executor's. */
  List<ActionSpec> catalogue() {
    Map<String, ActionSpec> actions = new LinkedHashMap<>();
    for (ExecutorAnnounced executor : live()) {
      executor.actions().forEach(action -> actions.putIfAbsent(action.name(), action));
    }
    return List.copyOf(actions.values());
  }

  /** The executor that carries out the action of this name. */
  Optional<String> executorOf(String action) {
    return live().stream()
        .filter(executor -> offers(executor, action))
        .map(ExecutorAnnounced::instance)
        .findFirst();
  }

  /** What this executor declares of the action of this name. */
  Optional<ActionSpec> offer(String executor, String action) {
    return live().stream()
        .filter(each -> each.instance().equals(executor))
        .flatMap(each -> each.actions().stream())
        .filter(offered -> offered.name().equals(action))
        .findFirst();
  }

  /** Whether executors have had the time to answer the first roll call, or one has. */
  boolean isSettled() {
    return !heard.isEmpty() || time.millisSince(calledAt) >= pace.rollCall().toMillis();
  }

  private static boolean offers(ExecutorAnnounced executor, String action) {
    return executor.actions().stream().anyMatch(offered -> offered.name().equals(action));
  }

  private List<ExecutorAnnounced> live() {
    heard.values().removeIf(each -> time.millisSince(each.at()) >= pace.gone().toMillis());
    return heard.values().stream().map(Heard::announced).toList();
  }
}
