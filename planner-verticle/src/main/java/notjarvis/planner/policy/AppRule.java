package notjarvis.planner.policy;

import java.util.Collection;

/** An application is started without asking only if the person asked for it by its name. */
final class AppRule implements Rule {
  private static final String OPEN_APP = "open_app";

  @Override
  public boolean concerns(Proposal proposal) {
    return proposal.spec().name().equals(OPEN_APP);
  }

  @Override
  public Verdict judge(Proposal proposal, Consent consent) {
    Collection<Object> arguments = proposal.arguments().values();
    if (arguments.stream().map(String::valueOf).allMatch(consent::names)) {
      return Verdict.allowed();
    }
    String app = proposal.text("name").orElse("an application");
    return consent.denies(app) || consent.forbidsOpening()
        ? Verdict.declined(
            "I did not start %s, because you said not to. Say \"open %s\" if you want it."
                .formatted(app, app))
        : Verdict.asking("You did not name it.");
  }
}
