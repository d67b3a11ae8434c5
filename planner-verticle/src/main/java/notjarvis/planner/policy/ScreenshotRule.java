package notjarvis.planner.policy;

/**
 * Without asking the screen is captured only if the person wants that, and saved only where they
 * said.
 */
final class ScreenshotRule implements Rule {
  private static final String TAKE_SCREENSHOT = "take_screenshot";
  private static final String SAVE_PATH = "save_path";

  @Override
  public boolean concerns(Proposal proposal) {
    return proposal.spec().name().equals(TAKE_SCREENSHOT);
  }

  @Override
  public Verdict judge(Proposal proposal, Consent consent) {
    if (!consent.asksForScreenshot()) {
      return consent.deniesScreenshot()
          ? Verdict.declined("I did not take a screenshot, because you said not to.")
          : Verdict.asking("You did not ask for a screenshot.");
    }
    boolean elsewhere =
        proposal.text(SAVE_PATH).filter(path -> !consent.saysPath(path)).isPresent();
    return elsewhere ? Verdict.asking("You did not name the place to save it.") : Verdict.allowed();
  }
}
