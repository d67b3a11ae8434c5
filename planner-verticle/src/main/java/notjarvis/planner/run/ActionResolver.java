package notjarvis.planner.run;

import java.util.Map;
import java.util.Optional;
import notjarvis.action.Action;
import notjarvis.action.ActionSpec;
import notjarvis.action.Effect;
import notjarvis.planner.brain.Decision;
import notjarvis.planner.brain.Situation;
import notjarvis.planner.policy.Policy;
import notjarvis.planner.policy.Proposal;
import notjarvis.planner.run.Refusal.Reason;
import notjarvis.planner.run.Resolution.Ready;
import notjarvis.planner.run.Resolution.Refused;

/** Makes an exact action of a decision to act, or says why it is not carried out. */
final class ActionResolver {
  private final ExecutorDirectory executors;

  ActionResolver(ExecutorDirectory executors) {
    this.executors = executors;
  }

  Resolution resolve(Round round, Situation situation, Decision.Act act) {
    return situation
        .action(act.action())
        .map(spec -> resolve(round, spec, act.arguments()))
        .orElseGet(() -> notOffered(unknown(round, act)));
  }

  /** What nobody declares is recorded as the worst that it could be. */
  private static Action unknown(Round round, Decision.Act act) {
    return new Action(round.stepId(), act.action(), act.arguments(), Effect.IRREVERSIBLE);
  }

  private static Resolution notOffered(Action action) {
    String why = "No executor that is running right now can do \"" + action.name() + "\".";
    return new Refused(action, new Refusal(Reason.NOT_OFFERED, why));
  }

  private Resolution resolve(Round round, ActionSpec spec, Map<String, Object> given) {
    Action named = new Action(round.stepId(), spec.name(), given, spec.effect());
    try {
      Map<String, Object> exact = AddressArguments.resolved(spec, given, round.thread().results());
      return judged(round, spec, new Action(named.id(), spec.name(), exact, spec.effect()));
    } catch (IllegalArgumentException e) {
      return new Refused(named, new Refusal(Reason.ARGUMENTS, String.valueOf(e.getMessage())));
    }
  }

  private Resolution judged(Round round, ActionSpec spec, Action action) {
    return objection(round, spec, action)
        .<Resolution>map(refusal -> new Refused(action, refusal))
        .orElseGet(() -> placed(action));
  }

  private static Optional<Refusal> objection(Round round, ActionSpec spec, Action action) {
    Optional<Refusal> fault =
        spec.fault(action.arguments()).map(why -> new Refusal(Reason.ARGUMENTS, why + "."));
    return fault
        .or(
            () ->
                Repeats.objection(round.run(), action).map(why -> new Refusal(Reason.REPEAT, why)))
        .or(() -> declined(round, spec, action));
  }

  private static Optional<Refusal> declined(Round round, ActionSpec spec, Action action) {
    Proposal proposal = new Proposal(spec, action, round.run().goal(), round.thread());
    return Policy.judge(proposal).objection().map(why -> new Refusal(Reason.POLICY, why));
  }

  private Resolution placed(Action action) {
    return executors
        .executorOf(action.name())
        .<Resolution>map(executor -> new Ready(action, executor))
        .orElseGet(() -> notOffered(action));
  }
}
