package notjarvis.planner.run;

import java.util.Map;
import java.util.Optional;
import notjarvis.action.Action;
import notjarvis.action.ActionSpec;
import notjarvis.action.Effect;
import notjarvis.journal.Approval;
import notjarvis.planner.brain.Decision;
import notjarvis.planner.brain.Situation;
import notjarvis.planner.policy.Policy;
import notjarvis.planner.policy.Proposal;
import notjarvis.planner.policy.Verdict;
import notjarvis.planner.run.Refusal.Reason;
import notjarvis.planner.run.Resolution.NeedsYes;
import notjarvis.planner.run.Resolution.Ready;
import notjarvis.planner.run.Resolution.Refused;

/** Makes an exact action of a decision to act, or says why it is not carried out. */
final class ActionResolver {
  private final ExecutorDirectory executors;
  private final Policy policy;

  ActionResolver(ExecutorDirectory executors, Policy policy) {
    this.executors = executors;
    this.policy = policy;
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
    return refused(action, Reason.NOT_OFFERED, why);
  }

  private static Resolution refused(Action action, Reason reason, String why) {
    return new Refused(action, new Refusal(reason, why));
  }

  private Resolution resolve(Round round, ActionSpec spec, Map<String, Object> given) {
    Action named = new Action(round.stepId(), spec.name(), given, spec.effect());
    try {
      Map<String, Object> exact = AddressArguments.resolved(spec, given, round.thread().results());
      return checked(round, spec, new Action(named.id(), spec.name(), exact, spec.effect()));
    } catch (IllegalArgumentException e) {
      return refused(named, Reason.ARGUMENTS, String.valueOf(e.getMessage()));
    }
  }

  private Resolution checked(Round round, ActionSpec spec, Action action) {
    Optional<String> fault = spec.fault(action.arguments());
    if (fault.isPresent()) {
      return refused(action, Reason.ARGUMENTS, fault.get() + ".");
    }
    Optional<String> repeat = Repeats.objection(round.run(), action);
    return repeat.isPresent()
        ? refused(action, Reason.REPEAT, repeat.get())
        : judged(round, spec, action);
  }

  private Resolution judged(Round round, ActionSpec spec, Action action) {
    return judge(round, spec, action)
        .fold(
            allowed -> placed(action),
            asking -> asked(round, action, asking.why()),
            declined -> refused(action, Reason.POLICY, declined.why()));
  }

  private Verdict judge(Round round, ActionSpec spec, Action action) {
    Verdict verdict = policy.judge(new Proposal(spec, action, round.run(), round.thread()));
    Optional<String> doubt = Repeats.doubt(round.run(), action);
    boolean open = !(verdict instanceof Verdict.Declined);
    return open && doubt.isPresent() ? Verdict.asking(doubt.get()) : verdict;
  }

  /** Nobody is asked twice. */
  private Resolution asked(Round round, Action action, String why) {
    return Repeats.missingYes(round.run(), action)
        .map(missing -> refused(action, Reason.NO_YES, missing))
        .orElseGet(() -> placed(action, why));
  }

  private Resolution placed(Action action, String why) {
    return placed(action)
        .fold(ready -> new NeedsYes(ready, why), needsYes -> needsYes, refused -> refused);
  }

  private Resolution placed(Action action) {
    return executors
        .executorOf(action.name())
        .<Resolution>map(executor -> new Ready(action, executor))
        .orElseGet(() -> notOffered(action));
  }

  /**
   * What becomes of an action that the person has allowed: exactly that one, by exactly that
   * executor, unless it cannot or must not be done any more.
   *
   * @param spec what the executor declares of it now; empty when it does not, or is away
   */
  Resolution granted(Round round, Approval approval, Optional<ActionSpec> spec) {
    Action action = approval.action();
    boolean same =
        action.id().equals(round.stepId())
            && spec.filter(offered -> isStill(action, offered)).isPresent();
    if (!same) {
      String why = "You said yes, but the host that was to do it does not offer it any more.";
      return refused(action, Reason.NOT_OFFERED, why);
    }
    return policy
        .judge(new Proposal(spec.orElseThrow(), action, round.run(), round.thread()))
        .fold(
            allowed -> new Ready(action, approval.executor()),
            asking -> new Ready(action, approval.executor()),
            declined -> refused(action, Reason.POLICY, declined.why()));
  }

  private static boolean isStill(Action action, ActionSpec offered) {
    return offered.name().equals(action.name())
        && offered.effect() == action.effect()
        && offered.fault(action.arguments()).isEmpty();
  }
}
