package notjarvis.planner.policy;

import java.util.List;
import notjarvis.action.Effect;

/** What goes ahead without asking. The first rule that concerns an action decides. */
public final class Policy {
  private static final List<Rule> RULES =
      List.of(
          new OpeningRule(), new AppRule(), new ScreenshotRule(), new LookingRule(), new Rest());

  private Policy() {}

  /** Whether the action may be carried out on the strength of what the person said. */
  public static Verdict judge(Proposal proposal) {
    return RULES.stream()
        .filter(rule -> rule.concerns(proposal))
        .findFirst()
        .orElseThrow()
        .judge(proposal);
  }

  /** What only looks may look. */
  private static final class LookingRule implements Rule {
    @Override
    public boolean concerns(Proposal proposal) {
      return proposal.spec().effect() == Effect.PURE;
    }

    @Override
    public Verdict judge(Proposal proposal) {
      return Verdict.allowed();
    }
  }

  /** What has an effect and no rule of its own does not happen. */
  private static final class Rest implements Rule {
    @Override
    public boolean concerns(Proposal proposal) {
      return true;
    }

    @Override
    public Verdict judge(Proposal proposal) {
      return Verdict.declined(
          "I did not carry out " + proposal.spec().name() + ", because no rule here allows it.");
    }
  }
}
