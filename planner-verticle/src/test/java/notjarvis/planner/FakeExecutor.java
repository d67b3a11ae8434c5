package notjarvis.planner;

import io.vertx.core.Future;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import notjarvis.action.Action;
import notjarvis.action.ActionSpec;
import notjarvis.action.ExecuteAction;
import notjarvis.action.ExecutorAnnounced;
import notjarvis.action.Executors;
import notjarvis.action.Observation;
import notjarvis.bus.Bus;
import notjarvis.bus.Registration;

/** An executor that announces itself and does what the test says. */
final class FakeExecutor {
  private final Bus bus;
  private final String instance;
  private final List<ActionSpec> actions;
  private final Registration answering;
  private final List<ExecuteAction> asked = new CopyOnWriteArrayList<>();
  private volatile Function<Action, Future<Observation>> work =
      action -> Future.succeededFuture(Observation.done("Did " + action.name() + "."));

  FakeExecutor(Bus bus, String instance, ActionSpec... actions) {
    this.bus = bus;
    this.instance = instance;
    this.actions = List.of(actions);
    this.answering = bus.answer(Executors.EXECUTE.of(instance), this::execute);
    bus.listen(Executors.ROLL_CALL, call -> announce());
  }

  void announce() {
    bus.publish(Executors.ANNOUNCED, new ExecutorAnnounced(instance, "host", actions));
  }

  /** From now on this comes of its actions. */
  void does(Function<Action, Future<Observation>> anything) {
    work = anything;
  }

  void answersWith(Observation observation) {
    does(action -> Future.succeededFuture(observation));
  }

  /** It announced itself and is gone. */
  Future<Void> vanish() {
    return answering.close();
  }

  List<ExecuteAction> asked() {
    return asked;
  }

  List<Action> actions() {
    return asked.stream().map(ExecuteAction::action).toList();
  }

  private Future<Observation> execute(ExecuteAction question) {
    asked.add(question);
    return work.apply(question.action());
  }
}
