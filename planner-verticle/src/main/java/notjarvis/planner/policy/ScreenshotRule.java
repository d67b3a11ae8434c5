package notjarvis.planner.policy;

import java.util.Optional;

/** The screen is captured only if the person asked for it, and saved only where they said. */
final class ScreenshotRule implements Rule {
  private static final String TAKE_SCREENSHOT = "take_screenshot";
  private static final String SAVE_PATH = "save_path";

  @Override
  public boolean concerns(Proposal proposal) {
    return proposal.spec().name().equals(TAKE_SCREENSHOT);
  }

  @Override
  public Verdict judge(Proposal proposal) {
    Consent consent = Consent.of(proposal.goal());
    if (!consent.asksForScreenshot()) {
      return Verdict.declined(
          "I did not take a screenshot, because you did not ask for one. Say \"take a screenshot\""
              + " if you want it.");
    }
    Optional<String> elsewhere = proposal.text(SAVE_PATH).filter(path -> !consent.saysPath(path));
    return elsewhere.map(ScreenshotRule::declined).orElseGet(Verdict::allowed);
  }

  private static Verdict declined(String path) {
    return Verdict.declined(
        "I did not save a screenshot to " + path + ", because you did not name that place.");
  }
}
