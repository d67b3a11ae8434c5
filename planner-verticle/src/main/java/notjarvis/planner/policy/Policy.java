package notjarvis.planner.policy;

import java.util.List;
import java.util.Set;
import notjarvis.action.ActionSpec;
import notjarvis.action.Effect;
import notjarvis.config.Settings;

/**
 * What goes ahead, what needs the person's yes, and what does not happen. The first rule that
 * concerns an action decides by the person's words; what is settled in the configuration goes
 * before, except that nothing happens which those words forbid.
 */
public final class Policy {
  private static final List<Rule> RULES =
      List.of(
          new OpeningRule(), new AppRule(), new ScreenshotRule(), new LookingRule(), new Rest());

  private final Settings.Actions settled;

  public Policy(Settings.Actions settled) {
    this.settled = settled;
  }

  /** Whether the action may be carried out on the strength of what the person said. */
  public Verdict judge(Proposal proposal) {
    ActionSpec spec = proposal.spec();
    if (isAmong(settled.deny(), spec)) {
      return Verdict.declined(
          "I did not carry out " + spec.name() + ", because JARVIS_DENY forbids it.");
    }
    return byWords(proposal)
        .fold(
            allowed ->
                isAmong(settled.ask(), spec)
                    ? Verdict.asking("You want to be asked before every " + spec.name() + ".")
                    : allowed,
            asking -> isAmong(settled.allow(), spec) ? Verdict.allowed() : asking,
            declined -> declined);
  }

  private static boolean isAmong(Set<String> names, ActionSpec spec) {
    return names.stream().anyMatch(spec::isCalled);
  }

  /**
   * The latest words count first. Where they say nothing of the action those before them do, unless
   * the later ones take something back.
   */
  private static Verdict byWords(Proposal proposal) {
    Rule rule = RULES.stream().filter(each -> each.concerns(proposal)).findFirst().orElseThrow();
    Verdict verdict = Verdict.allowed();
    for (Proposal heard : proposal.latestWordsFirst()) {
      Consent consent = Consent.of(heard.words());
      verdict = rule.judge(heard, consent);
      if (!(verdict instanceof Verdict.Asking) || consent.takesBack()) {
        return verdict;
      }
    }
    return verdict;
  }

  /** What only looks may look. */
  private static final class LookingRule implements Rule {
    @Override
    public boolean concerns(Proposal proposal) {
      return proposal.spec().effect() == Effect.PURE;
    }

    @Override
    public Verdict judge(Proposal proposal, Consent consent) {
      return Verdict.allowed();
    }
  }

  /** What has an effect and no rule of its own needs a yes. */
  private static final class Rest implements Rule {
    @Override
    public boolean concerns(Proposal proposal) {
      return true;
    }

    @Override
    public Verdict judge(Proposal proposal, Consent consent) {
      return Verdict.asking("Nothing here lets me do this without your yes.");
    }
  }
}
